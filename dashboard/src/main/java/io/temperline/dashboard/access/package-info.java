/** Who may do what: logins, roles, which queues a person sees, and whether customers are masked. */
package io.temperline.dashboard.access;
