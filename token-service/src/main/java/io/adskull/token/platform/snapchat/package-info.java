/// Snapchat: one login and the ad accounts of the organizations it belongs to.
@NullMarked
package io.adskull.token.platform.snapchat;

import org.jspecify.annotations.NullMarked;
