/** Who saw and changed what: written for everybody who has logged in, and read by auditors. */
package io.temperline.dashboard.audit;
