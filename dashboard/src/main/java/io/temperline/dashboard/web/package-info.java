/** The pages, the REST interface and the event streams: thin, over the floor. */
package io.temperline.dashboard.web;
