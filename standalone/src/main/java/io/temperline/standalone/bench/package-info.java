/** What the streams application costs and carries, measured under a load of made-up calls. */
package io.temperline.standalone.bench;
