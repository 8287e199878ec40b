/**
 * Sources of telephone audio. What they hear goes to Kafka as {@link
 * io.temperline.schemas.AudioFrame}s and {@link io.temperline.schemas.CallEvent}s.
 */
package io.temperline.gateway;
