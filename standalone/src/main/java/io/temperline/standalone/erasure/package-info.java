/** {@code erase}: has a call or a customer forgotten, and proves it. */
package io.temperline.standalone.erasure;
