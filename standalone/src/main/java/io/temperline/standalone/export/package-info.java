/** {@code export}: the calls' histories for a CRM, as a table in PostgreSQL or as a file. */
package io.temperline.standalone.export;
