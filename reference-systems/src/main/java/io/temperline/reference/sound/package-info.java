/** From labelled recordings to the tensors that classifiers get. */
package io.temperline.reference.sound;
