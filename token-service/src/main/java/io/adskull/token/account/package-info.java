/// What is connected: connections, the ad accounts they reach, and what the other services hear of them.
@NullMarked
package io.adskull.token.account;

import org.jspecify.annotations.NullMarked;
