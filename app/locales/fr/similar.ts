/** Cases like one another: found, joined, merged. */
export const similar = {
  "similar.label": "Cas d’usage semblables",
  "similar.found":
    "{count, plural, =0 {Aucun cas d’usage semblable.} one {Un cas d’usage semblable, affiché sous le titre.} other {# cas d’usage semblables, affichés sous le titre.}}",
  "similar.shared": "En commun : {words}",
  "similar.join-this": "Rejoindre {reference}",
};
