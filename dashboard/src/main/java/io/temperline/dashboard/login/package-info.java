/**
 * How people come in and go, and what keeps others out: logins, limits, and requests from
 * elsewhere.
 */
package io.temperline.dashboard.login;
