/** What is answered where a request cannot be met, after RFC 9457. */
package io.temperline.dashboard.problem;
