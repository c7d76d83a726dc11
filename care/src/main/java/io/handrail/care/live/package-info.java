/** A person in the client's chat: takeover, whisper, replies that wait for a yes, previews. */
package io.handrail.care.live;
