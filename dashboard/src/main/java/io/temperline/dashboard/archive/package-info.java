/**
 * Calls that are over: found again, counted by queue and quarter hour, and agents' conversations.
 */
package io.temperline.dashboard.archive;
