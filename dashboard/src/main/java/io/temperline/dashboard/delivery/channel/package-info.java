/** The ways to tell somebody of an alert, and what each puts it into. Knows no Kafka. */
package io.temperline.dashboard.delivery.channel;
