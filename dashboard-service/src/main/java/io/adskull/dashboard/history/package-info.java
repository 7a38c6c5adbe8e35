/// How an account and its incidents went: uptime of each part by days, and what to tell a platform's support.
@NullMarked
package io.adskull.dashboard.history;

import org.jspecify.annotations.NullMarked;
