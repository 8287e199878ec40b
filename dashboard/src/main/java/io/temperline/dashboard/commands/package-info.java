/** What people ask about alerts: checked, and sent to the streams application. */
package io.temperline.dashboard.commands;
