/** What becomes of calls when parts of the installation die, go away, or come back. */
package io.temperline.standalone.faults;
