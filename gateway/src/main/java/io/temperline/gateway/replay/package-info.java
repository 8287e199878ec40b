/** Recordings of calls, played to Kafka as if they were live. */
package io.temperline.gateway.replay;
