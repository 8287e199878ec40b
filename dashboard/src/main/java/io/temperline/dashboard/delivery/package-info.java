/**
 * Brings escalations to targets outside: webhooks, Slack, PagerDuty, mail. Each target has a
 * consumer group, a thread, a circuit breaker and retries of its own.
 */
package io.temperline.dashboard.delivery;
