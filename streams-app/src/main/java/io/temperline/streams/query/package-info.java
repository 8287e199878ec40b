/** Questions about customers and calls, answered over HTTP from the state stores. */
package io.temperline.streams.query;
