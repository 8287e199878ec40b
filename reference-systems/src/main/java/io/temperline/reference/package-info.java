/** The systems this project grew from, as recipes that are trained and measured alike. */
package io.temperline.reference;
