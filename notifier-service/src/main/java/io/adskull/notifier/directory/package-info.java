/// Where each tenant wants to hear of what: its destinations and routes, kept in PostgreSQL, and the API to them.
@NullMarked
package io.adskull.notifier.directory;

import org.jspecify.annotations.NullMarked;
