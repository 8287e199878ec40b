/** The published rule sets: read, checked, published and withdrawn, over HTTP and for commands. */
package io.temperline.dashboard.rules;
