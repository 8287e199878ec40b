/** What is happening on the floor: a plain, bounded picture of the calls, built from the topics. */
package io.temperline.dashboard.floor;
