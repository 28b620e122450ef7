"""The words Spanish lists use for what a roster can hold; read beside the English ones."""

from __future__ import annotations

LITTLE_WORDS = frozenset({"de", "del", "la", "el", "los", "las", "al"})
"""Left out of headings before they are compared: 'Fecha de ingreso' and 'Fecha ingreso' are one."""

SPANISH: dict[str, str] = {
    "employee_number": (
        "numero empleado|empleado numero|identificacion empleado|id empleado|codigo empleado|clave empleado|ficha"
        "|numero nomina|numero personal|numero trabajador|legajo|matricula|numero ficha"
    ),
    "member_id": (
        "numero socio|numero afiliado|numero miembro|numero agremiado|numero carnet|carnet|carne|socio|afiliado"
        "|agremiado|id socio|id afiliado|matricula sindical"
    ),
    "full_name": (
        "nombre completo|nombre y apellidos|apellidos y nombre|apellidos y nombres|nombre empleado|nombre trabajador"
        "|nombre socio|nombre afiliado|nombre miembro|empleado|trabajador|trabajadora|socio|afiliado|miembro"
    ),
    "last_name": "apellidos|apellido|primer apellido|apellido paterno|apellidos empleado|paterno",
    "second_surname": "segundo apellido|apellido materno|materno|apellido 2",
    "first_name": "nombre|nombres|nombre pila|primer nombre",
    "middle": "inicial|segundo nombre|inicial segundo nombre|iniciales",
    "suffix": "sufijo",
    "preferred_name": "apodo|nombre preferido|conocido como|conocida como|sobrenombre|como se llama",
    "pronouns": "pronombres|pronombre",
    "language": "idioma|idioma preferido|lengua|lenguaje",
    "pay_plan": "plan pago|plan salarial|plan paga|escala salarial|plan retribucion",
    "series": "serie|serie ocupacional|codigo ocupacion|codigo puesto|clave puesto",
    "grade": "grado|nivel|nivel salarial|grado salarial|categoria salarial|clase salarial",
    "step": "escalon|paso|tramo|peldano",
    "title": (
        "puesto|titulo puesto|nombre puesto|cargo|ocupacion|clasificacion|titulo|descripcion puesto|oficio|plaza"
        "|puesto trabajo|categoria|categoria profesional|categoria laboral"
    ),
    "org": (
        "codigo organizacion|organizacion|centro costo|centro costos|centro coste|unidad organizativa|seccion"
        "|codigo unidad"
    ),
    "component": "componente|subagencia|negociado",
    "department": (
        "departamento|depto|division|area|area funcional|area trabajo|servicio|oficina|direccion general|gerencia"
    ),
    "employer": (
        "agencia|nombre agencia|nombre empresa|nombre patrono|patrono|empleador|empresa|patron|dependencia|compania"
    ),
    "station": (
        "lugar trabajo|centro trabajo|sitio trabajo|sede|localidad|ubicacion|planta|sitio|edificio|instalacion"
        "|estacion|plantel|centro|adscripcion|lugar adscripcion|centro adscripcion"
    ),
    "tour": "turno|horario|turno trabajo|horas trabajo|horario trabajo|tanda",
    "schedule": (
        "jornada|tipo jornada|jornada laboral|dedicacion|tiempo completo o parcial|tiempo completo parcial"
        "|porcentaje jornada"
    ),
    "unit": "unidad negociacion|unidad contratacion|unidad apropiada|unidad|codigo unidad|unidad negociadora",
    "hire_date": (
        "fecha ingreso|fecha empleo|fecha contratacion|fecha alta|fecha inicio|fecha nombramiento|fecha entrada"
        "|ingreso|contratado"
    ),
    "seniority_date": "antiguedad|fecha antiguedad",
    "supervisor": "supervisor|nombre supervisor|nombre jefe|supervisora|jefe|jefa|jefe inmediato|encargado",
    "email": "correo|correo electronico|correo personal|email personal|correo electronico personal|direccion correo",
    "work_email": "correo trabajo|correo laboral|correo oficial|correo institucional|correo electronico trabajo",
    "phone": "celular|telefono celular|movil|telefono movil|telefono|numero telefono|telefono personal|numero celular",
    "home_phone": "telefono casa|telefono hogar|telefono residencia|telefono fijo|telefono residencial|telefono",
    "work_phone": "telefono trabajo|telefono oficina|telefono laboral",
    "street": "direccion|direccion postal|direccion residencial|domicilio|calle|direccion 1|calle y numero|residencia",
    "street2": "direccion 2|apartamento|apto|interior",
    "city": "ciudad|pueblo|municipio|poblacion",
    "state": "estado|provincia|entidad",
    "zip": "codigo postal|cp|zona postal",
    "status": "condicion|estado|estatus|situacion|estado socio|estado afiliacion|estatus miembro|estado membresia",
    "member_class": "clase|tipo socio|categoria|tipo afiliado|clase socio|tipo miembro",
    "join_date": (
        "fecha afiliacion|fecha inscripcion|fecha membresia|afiliado desde|socio desde|miembro desde"
        "|fecha ingreso union"
        "|fecha ingreso sindicato|fecha firma|fecha alta|afiliada desde|alta"
    ),
    "end_date": "fecha baja|baja|fecha salida|fecha renuncia|fecha cese|fecha terminacion|hasta|fecha fallecimiento",
    "left_reason": "motivo baja|razon baja|causa baja|motivo salida|razon salida|motivo",
    "job_status": (
        "estado laboral|situacion laboral|estado empleado|estatus empleado|estado|estatus|situacion|condicion"
        "|motivo baja|causa baja|razon baja|motivo cese|causa cese|motivo separacion|razon separacion|motivo"
    ),
    "separated_on": "ultimo dia|fecha baja|fecha cese|fecha salida|fecha terminacion|fecha separacion",
    "deceased_on": "fecha defuncion|fecha muerte",
    "dues_method": "forma pago|metodo pago|modo pago|tipo pago|via pago|forma cobro|pago por|paga por",
    "dues_amount": (
        "cuota|cuota sindical|monto cuota|importe cuota|cuota mensual|cuota quincenal|importe|monto|cantidad"
    ),
    "notes": "notas|nota|comentarios|observaciones|comentario|observacion",
    "amount": (
        "importe|monto|cuota|cuota sindical|cantidad|descuento|deduccion|importe descontado|monto descontado"
        "|importe retenido|retenido|cuota descontada|total descontado|pago"
    ),
    "arrears": "atrasos|cuotas atrasadas|atrasado|retroactivo|monto atrasado|ajuste|importe atrasado",
    "code": "codigo|codigo transaccion|tipo transaccion|clave",
    "fund": "fondo|concepto|tipo descuento|concepto descuento",
    "pay_period": "periodo|periodo pago|quincena|periodo nomina",
    "transaction_id": "transaccion|numero transaccion|referencia|id transaccion|recibo|numero recibo|folio",
    "paid_on": "fecha|fecha pago|fecha cobro|fecha transaccion|fecha deposito|fecha valor",
    "payment_status": "estado|estatus|resultado|estado pago|estado transaccion|situacion",
    "failure_reason": "motivo|razon|motivo rechazo|causa|causa rechazo|motivo fallo|razon rechazo",
    "instrument": "medio|medio pago|instrumento|tarjeta",
}
