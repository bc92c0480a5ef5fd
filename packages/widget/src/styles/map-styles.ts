import { css } from 'lit';

/** The looks of the map: what Leaflet needs to lay out panes and tiles, and the mark in the middle. No picture among them. */
export const mapStyles = css`
  .map {
    position: relative;
    height: 20rem;
    margin: 0.5rem 0;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--tint);
    color: var(--quiet);
    touch-action: none;
    user-select: none;
  }
  .leaflet-pane,
  .leaflet-tile,
  .leaflet-layer,
  .leaflet-map-pane svg {
    position: absolute;
    top: 0;
    left: 0;
  }
  .leaflet-map-pane svg,
  .leaflet-tile {
    max-width: none;
    pointer-events: none;
  }
  .leaflet-tile-pane {
    z-index: 1;
  }
  .leaflet-overlay-pane {
    z-index: 2;
  }
  .leaflet-zoom-animated {
    transform-origin: 0 0;
  }
  .map-frame {
    position: relative;
  }
  .map-frame::after {
    content: '';
    position: absolute;
    top: 50%;
    left: 50%;
    width: 1.5rem;
    height: 1.5rem;
    transform: translate(-50%, -50%);
    border: 0.25rem solid var(--wrong);
    border-radius: 50%;
    box-shadow: 0 0 0 0.125rem var(--surface);
    pointer-events: none;
  }
`;
