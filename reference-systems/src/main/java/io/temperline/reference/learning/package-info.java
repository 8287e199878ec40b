/** Classifiers: networks made from lists of layers, and boosted trees. */
package io.temperline.reference.learning;
