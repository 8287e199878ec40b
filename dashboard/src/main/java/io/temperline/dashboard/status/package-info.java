/** How the installation fares: the streams application, its lag, the model, what is lost. */
package io.temperline.dashboard.status;
