/** Parts of Temperline in processes of their own, to be measured one by one, and killed. */
package io.temperline.standalone.process;
