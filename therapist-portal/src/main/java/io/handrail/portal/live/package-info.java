/** A client's chat as it goes: read along, whisper, take over, write, hand back. */
package io.handrail.portal.live;
