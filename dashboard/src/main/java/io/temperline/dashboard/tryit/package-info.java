/** One's own voice, heard by the same topology as calls, without a telephone system. */
package io.temperline.dashboard.tryit;
