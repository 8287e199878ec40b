/** Settings that are read by hand, so that each fault of theirs is a line for a person. */
package io.temperline.dashboard.settings;
