/** Reads the topics into the floor, and says how that goes. */
package io.temperline.dashboard.source;
