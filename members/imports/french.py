"""The words French lists, of Quebec and the federal offices, use for what a roster can hold."""

from __future__ import annotations

LITTLE_WORDS = frozenset({"du", "des", "le", "les", "au", "aux", "en"})
"""Left out of headings before they are compared; 'd' and 'l' stand for other words in English lists."""

FRENCH: dict[str, str] = {
    "employee_number": (
        "matricule|numero employe|numero demploye|no demploye|number demploye|number employe|code employe|id employe"
        "|numero salarie|number salarie"
    ),
    "member_id": "numero membre|number membre|no membre|numero adherent|carte membre|id membre",
    "full_name": (
        "nom prenom|nom et prenom|prenom nom|prenom et nom|nom complet|nom employe|nom lemploye|nom salarie"
        "|nom membre|employe|salarie"
    ),
    "last_name": "nom|nom famille|nom de famille",
    "first_name": "prenom|prenoms",
    "middle": "initiale|initiales|second prenom|deuxieme prenom",
    "preferred_name": "prenom usuel|prenom choisi|nom usuel",
    "language": "langue|langue correspondance|langue preferee",
    "grade": "classe|groupe salarial|niveau salarial|classe salariale|groupe niveau",
    "step": "echelon|echelon salarial",
    "title": "titre demploi|titre poste|emploi|poste|fonction|titre|corps demploi|classification|metier",
    "org": "code unite administrative|centre couts|centre de couts|unite administrative|centre responsabilite",
    "department": "service|departement|direction|division|secteur",
    "employer": "employeur|ministere|organisme",
    "station": (
        "lieu travail|lieu de travail|site|etablissement|port attache|port dattache|installation|edifice|immeuble"
        "|succursale"
    ),
    "tour": "quart|quart travail|quart de travail|horaire|horaire travail|poste travail",
    "schedule": "statut|statut demploi|statut emploi|type demploi|regime emploi|temps travail|regime travail",
    "unit": "unite negociation|unite accreditation|unite daccreditation|accreditation|unite",
    "hire_date": (
        "date dembauche|date embauche|date entree|date dentree|date entree en fonction|date entree fonction"
        "|date nomination|embauche"
    ),
    "seniority_date": "date anciennete|date danciennete|anciennete",
    "supervisor": "superviseur|gestionnaire|superieur|superieur immediat",
    "email": "courriel|courriel personnel|adresse courriel|adresse electronique",
    "work_email": "courriel travail|courriel professionnel|courriel bureau",
    "phone": "cellulaire|phone cellulaire|phone mobile|mobile|phone|phone personnel",
    "home_phone": "phone domicile|phone maison|phone residence",
    "work_phone": "phone travail|phone bureau",
    "street": "adresse|adresse postale|adresse domicile|rue|numero et rue",
    "street2": "appartement|app|bureau adresse",
    "city": "ville|municipalite|localite",
    "state": "province",
    "zip": "code postal",
    "status": "statut membre|statut du membre|statut adhesion|etat membre",
    "member_class": "categorie membre|type membre|categorie",
    "join_date": "date adhesion|date dadhesion|adhesion|membre depuis|date signature",
    "separated_on": "dernier jour|date depart|date de depart|date fin emploi|date de cessation",
    "end_date": "date fin|date depart|date de depart|fin adhesion|date demission",
    "left_reason": "motif depart|raison depart|motif de depart",
    "job_status": "statut demploi|statut emploi|etat emploi|motif depart",
    "dues_method": "mode paiement|mode de paiement|methode paiement|type paiement|paiement par",
    "dues_amount": "cotisation|cotisation syndicale|montant cotisation|montant",
    "notes": "remarque|remarques|commentaire|commentaires",
    "amount": (
        "cotisation|cotisation syndicale|montant|montant net|montant retenu|retenue|retenue syndicale|somme"
        "|cotisation retenue|montant preleve"
    ),
    "arrears": "arrieres|arrerages|retroactif|rattrapage|ajustement|cotisations arrierees",
    "code": "code retenue|code transaction",
    "fund": "fonds|type retenue|retenue description",
    "pay_period": "periode|periode paie|no periode",
    "transaction_id": "numero transaction|numero reference|reference",
    "paid_on": "date|date paiement|date prelevement|date transaction|date paie",
    "payment_status": "etat|statut|resultat|etat paiement|statut paiement",
    "failure_reason": "motif|motif refus|motif rejet|raison refus|cause refus",
    "instrument": "mode|instrument",
}
