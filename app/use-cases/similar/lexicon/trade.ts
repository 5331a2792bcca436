/**
 * Words of shops, goods and their way there, many pairs a line: French words / English ones; the first English one names
 * the meaning, unless one of them has a meaning already.
 */
export const TRADE = `
banane/banana; pomme/apple; poire/pear; orange/orange; citron/lemon; pamplemousse/grapefruit; raisin/grape; fraise/strawberry; framboise/raspberry
myrtille/blueberry; cerise/cherry; pêche fruit/peach; abricot/apricot; prune/plum; ananas/pineapple; mangue/mango; avocat fruit/avocado; noix/nut,walnut
amande/almond; noisette/hazelnut; tomate/tomato; pomme de terre,patate/potato; carotte/carrot; oignon/onion; ail/garlic; salade,laitue/lettuce,salad
chou/cabbage; épinard/spinach; haricot/bean; petit pois/pea; concombre/cucumber; courgette/courgette,zucchini; aubergine/aubergine,eggplant; poivron/bell pepper
champignon/mushroom; maïs/corn,maize; betterave/beet,beetroot; poireau/leek; asperge/asparagus; citrouille,courge/pumpkin,squash; lentille/lentil; riz/rice
pâtes/pasta,noodle; farine/flour; sucre/sugar; sel/salt; poivre/pepper; épice/spice; huile/oil; vinaigre/vinegar; moutarde/mustard; sauce/sauce; miel/honey
confiture/jam; chocolat/chocolate; bonbon,confiserie/candy,sweets,confectionery; biscuit,gâteau sec/biscuit,cookie; céréale/cereal; soupe/soup; conserve/canned,tinned,canned food
surgelé/frozen,frozen food; glace à manger,crème glacée/ice cream; pain,baguette,miche/bread,loaf,loaves,baguette; boulanger,fournil/baker; pâtisserie,pâtissier,gâteau,tarte,viennoiserie/pastry,cake,pie,confectioner
croissant/croissant; sandwich/sandwich; viande/meat; bœuf,boeuf/beef; porc/pork; agneau/lamb; veau/veal; poulet,volaille/chicken,poultry; dinde/turkey; jambon/ham
saucisse,saucisson/sausage; charcuterie/cold cuts,deli,delicatessen; boucher,boucherie/butcher; haché/minced,mince,ground beef; steak/steak; poissonnier,poissonnerie/fishmonger
saumon/salmon; thon/tuna; crevette/shrimp,prawn; coquillage,fruits de mer/shellfish,seafood; œuf,oeuf/egg; fromage,fromager/cheese; beurre/butter; yaourt/yogurt,yoghurt
crème/cream; laitier,laiterie/dairy; lait/milk; boisson/beverage,drink; eau minérale/mineral water; jus/juice; café/coffee; thé/tea; bière/beer; vin,vignoble/wine; bouteille/bottle
alcool,spiritueux/alcohol,spirits; tabac/tobacco; bio,biologique alimentaire/organic; végétarien,végan/vegetarian,vegan; sans gluten/gluten free; plat,plat cuisiné/dish,ready meal
traiteur/caterer; vrac/bulk; ingrédient/ingredient; allergie/allergy; recette/recipe; goût,saveur/taste,flavour,flavor; mûr,mûrir,mûrissement,mûrisserie/ripe,ripen,ripening,ripeness
fraîcheur/freshness; congélation,décongélation,congeler,décongeler/freezing,thawing,thaw,freeze; hygiène/hygiene; rincer,laver,lavage/wash,washing,rinse; cuire,cuisson,enfourner/bake,baking,cook,cooking
four,fourneau/oven,furnace; couper,découpe,coupe,trancher/cutting,slice,carve; peser,pesée,balance,poids/weigh,weighing,weight,scales; mesurer,taille/size; dîner,souper/dinner,supper
déjeuner/lunch; petit déjeuner/breakfast; fleur,fleuriste/flower,florist; jardin,jardinage/garden,gardening; bricolage/diy,do it yourself; meuble,mobilier/furniture
jouet/toy; vêtement,habit,prêt à porter,textile/clothing,clothes,garment,apparel,textile; chaussure/shoe,footwear; bijou,bijouterie/jewel,jewellery,jewelry; montre/watches,wristwatch; livre,librairie/book,bookshop
papeterie/stationery; électroménager/appliance,household appliance; ordinateur,pc/computer,laptop,pc; téléphone mobile,portable,smartphone/smartphone,mobile phone,cell phone; tablette/tablet; imprimante/printer
écran/screen,display; clavier/keyboard; cosmétique,maquillage/cosmetics,make up,beauty product; parfum,parfumerie/perfume,fragrance; savon/soap; lessive/detergent,laundry detergent; couche bébé/nappy,diaper
linge,blanchisserie,buanderie/laundry,linen; serviette/towel; matelas/mattress; =lits,couchage/bed; pneu/tyre,tire; carburant,essence,gazole,station service/fuel,petrol,gasoline,diesel,petrol station,gas station
chariot,caddie/trolley,shopping trolley; chariot élévateur,cariste/forklift,forklift driver; allée/aisle; vitrine/shop window,storefront; enseigne/banner,retailer; franchise,franchisé/franchise,franchisee
grande surface,hypermarché/hypermarket,big box; épicerie,épicier/grocer,grocery store; commerce,commerçant,détaillant/merchant,retailer,retail,trader; grossiste/wholesaler,wholesale; drive,retrait en magasin/click and collect,kerbside pickup,pick up point
vendeur,conseiller de vente/salesperson,seller,shop assistant,sales assistant; gérant,directeur de magasin,chef de magasin/store manager,shop manager; chef de rayon/department head,department manager
tiroir/drawer; pièce de monnaie,monnaie/coin,change money,currency; billet de banque,espèces,liquide/banknote,cash money; ticket de caisse/till receipt,sales receipt; panier moyen/average basket; affluence,fréquentation,foule/crowd,crowding,footfall,attendance,busy
carte cadeau,chèque cadeau/gift card,gift voucher; cadeau/gift,present; anniversaire/birthday,anniversary; soldes/clearance,sales period; remise,rabais,ristourne/discount,price cut; marge/margin; prix bas/low price
casse/waste; freinte/shrinkage; jeter,jette,mettre au rebut,poubelle,mise au rebut/throw away,discard,bin,throw out,scrapped; pourri,avarié,abîmé,gâté/spoiled,rotten,spoilt,damaged; perte alimentaire/food loss
ordure,détritus,déchet,déchets/rubbish,garbage,trash,litter; dépôt sauvage,dépôts sauvages/fly tipping,illegal dump,illegal dumping,illegally dumped; consigne de bouteille/deposit return; recyclable/recyclable; compost/compost
voler,volé/stolen,steal; démagnétiser,antivol/security tag; code barres,scanner,scan/barcode,bar code,scanner,scan; rfid/rfid; assortiment,gamme/assortment,range of products,product range; collection/collection
nouveauté/novelty,new product; lancement produit/product launch; fin de série/end of line; saisonnalité/seasonality; catégorie de produits/product category; marché/market; étal/stall; réserve,arrière boutique/back room,stockroom
carton,boîte,caisse en carton/box,carton,cardboard; sac/bag,sack; palette vide/empty pallet; cagette,cageot/crate; fût,baril/barrel,drum; bidon/jerrycan; citerne,camion citerne/tanker,tank; silo/silo; cuve/tank
entrepôt,plateforme logistique,dépôt logistique/warehouse,distribution centre,distribution center,depot; préparateur/picker,order picker; quai/dock,loading bay; cour/yard; expédier,expéditeur/ship goods,shipper,sender
coursier,livreur,chauffeur livreur/courier,delivery driver; fourgon,camionnette/van; remorque,semi remorque/trailer; poids lourd/lorry,truck,heavy goods vehicle; vélo,bicyclette/bicycle,bike,cycling
consigne à colis,consignes à colis,casier/locker,parcel locker; retard de livraison/late delivery; rupture de charge/cross docking; dédouanement/customs clearance; importer,importation/import; exporter,exportation/export
bordereau,bon de livraison/delivery note,packing slip; lettre de voiture/waybill,consignment note; transit/transit; casse transport/transport damage; litige transport/freight claim; écraser,écrasé/crush,crushed,smash
étagère/rack,racking,shelf; inventaire tournant/cycle count; réapprovisionner,recharger,remplir/refill,restocking,top up; approvisionneur/replenisher,supply planner; chaîne logistique,supply chain/supply chain
flux tendu/just in time; entreposer/store goods; numéro de lot,lot/batch,lot; traçage/tracing; température/temperature; chambre froide/cold room,cold store; frigo,réfrigérateur/fridge,refrigerator; congélateur/freezer
mercuriale/price list; appel au fournisseur/supplier call; contrat cadre,accord cadre/framework agreement,framework contract; hors contrat/maverick buying,off contract; acheteur/buyer,purchaser
catalogue fournisseur/supplier catalogue; minimum de commande/minimum order; référencement,déréférencement/listing,delisting; négociant/dealer,trader; enchère/auction; appel de fonds/capital call
client mystère/mystery shopper; accueil client/customer welcome; fidéliser,reconquérir,reconquête/win back,winning back,retain customers; inactif,dormant/dormant,inactive,lapsed; porteur de carte/cardholder,card holder
abonné,abonnement,s'abonner/subscriber,subscription,subscribe,follower; adhérent,adhésion/member,membership; parrainage/referral; jeu concours/prize draw,contest; échantillon/sample; dégustation/tasting
hôtel,hôtelier,hôtellerie/hotel,hospitality; chambre/bedroom,guest room; réservation,réserver/booking,reservation,book,booked; voyageur,passager,vacancier/traveller,traveler,passenger,guest; séjour/stay
nuitée/overnight stay; agence de voyages/travel agency; restaurant,restaurateur/restaurant; serveur de restaurant/waiter; menu/menu; convive/diner; chef cuisinier,cuisinier/chef,cook; plage/beach; croisière/cruise
`;
