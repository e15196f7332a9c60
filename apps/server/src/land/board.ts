import { isoDate } from '@kaigong/calendar'
import { STAGE_NAMES } from '@kaigong/casework'
import type {
  Action,
  AgencyId,
  CaseId,
  CertificateId,
  CompanyId,
  LandBoard,
  LandCertificate,
  LandEvent,
  PreReviewView,
  ProjectId,
} from '@kaigong/contract'
import { reachOf } from '@kaigong/contract'
import { isoOrNull } from '../cases/clockView.ts'
import { namesOf } from '../cases/rows.ts'
import { agencyName } from '../plans/view.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { history } from '../platform/events/history.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused } from '../platform/http/answer.ts'
import { comparisonOf } from './comparison.ts'
import { conditionsOf, generalConditions } from './conditions.ts'
import { conversionOf } from './conversionOf.ts'
import { landBasisOf, landDayOf, type Prepared, prepare } from './prepare.ts'
import { requestableIn } from './preReviews.ts'
import { preReviewView, signersOf } from './preReviewView.ts'
import { says } from './says.ts'
import { agencyOf, formsOf, issuedOn, plannedOf, type Standing, standingOf } from './standing.ts'

/** The land day of a project as its page shows it: each certificate, each condition of it, and who must act. */
export async function boardOf(tx: Tx, deps: Deps, actor: Actor, project: ProjectId): Promise<LandBoard | Refused> {
  const standing = await standingOf(tx, deps, actor.district, project)
  if (isRefused(standing)) return standing
  const prepared = await prepare(tx, deps, standing)
  const { ground, row, plan, preReviews } = standing
  const names = await signersOf(tx, actor, preReviews)
  const views = preReviews.map((one) => preReviewView(one, { ...standing, actor, names }))
  const basis = ground.catalogue.landDay.bases.find(({ id }) => id === landBasisOf(standing))
  const conversion = await conversionOf(tx, actor.district, project)
  const landOn = landDayOf(standing)
  // What the land and the land day bring themselves nobody hands in beforehand.
  const comes = new Set(['P10', 'P11', 'P12', ...prepared.wanted.map(({ matter }) => matter)])
  return {
    projectId: project,
    projectName: row.name,
    company: row.company_name,
    companyId: row.company_id as CompanyId | null,
    synthetic: row.synthetic,
    today: isoDate(standing.today),
    basis: { id: landBasisOf(standing), name: basis?.name ?? { zh: '拿地', en: 'Land' } },
    landOn: isoOrNull(landOn),
    plannedLandDay: plan?.land.day ?? row.land_day,
    hasPlan: plan !== null,
    events: await eventsOf(tx, standing),
    certificates: plan === null ? [] : certificatesOf(standing, prepared, views),
    ready: prepared.ready,
    general: plan === null ? [] : generalConditions(standing, prepared),
    preReviews: views,
    requestable: requestableIn(standing).map(({ id, name, agencyName: agency, materials }) => ({
      occurrence: id,
      name,
      agencyName: agency,
      materials: materials
        .filter(({ shared, necessity, issuedBy }) => !shared && necessity === 'essential' && !comes.has(issuedBy ?? ''))
        .map(({ id: material, name: called }) => ({ id: material, name: called })),
    })),
    conversion: conversion ? { at: conversion.at, on: conversion.issued_on, by: conversion.by } : null,
    lastRehearsal: await lastRehearsal(tx, standing),
    comparison: await comparisonOf(tx, standing, landOn),
    may: {
      record: may(actor, 'land.record'),
      request: may(actor, 'preReview.request'),
      rehearse: may(actor, 'landDay.rehearse'),
      issue: may(actor, 'landDay.issue'),
    },
  }
}

const may = ({ roles, scopes }: Actor, action: Action): boolean =>
  reachOf(roles, action) !== undefined && (scopes === null || scopes.includes(action))

const certificatesOf = (standing: Standing, prepared: Prepared, views: readonly PreReviewView[]): LandCertificate[] =>
  standing.ground.catalogue.landDay.certificates.map((certificate) => {
    const { matter: whole, phased, name, core } = certificate
    const forms = formsOf(standing, certificate)
    const wanted = prepared.wanted.find((w) => forms.includes(w.matter))
    const matter = wanted?.matter ?? forms.find((m) => issuedOn(standing, m) !== null) ?? forms[0] ?? whole
    const planned = plannedOf(standing, matter)
    const agency = agencyOf(standing, matter)
    const conditions = wanted ? conditionsOf(standing, prepared, wanted) : []
    return {
      ...documentOf(standing, matter, planned?.id, conditions),
      matter,
      occurrence: planned?.id ?? null,
      name: matter === phased && planned ? planned.name : name,
      core,
      agencyId: agency as AgencyId | null,
      agencyName: agency === null ? null : agencyName(standing.ground, agency),
      case: caseOf(standing, planned?.id),
      preReview: views.find(({ occurrence }) => occurrence === planned?.id) ?? null,
      conditions,
    }
  })

/** How far a certificate has come, and what was issued. */
function documentOf(
  standing: Standing,
  matter: string,
  occurrence: string | undefined,
  conditions: LandCertificate['conditions'],
): Pick<LandCertificate, 'state' | 'certificate' | 'issuedOn'> {
  if (occurrence === undefined) return { state: 'notApplicable', certificate: null, issuedOn: null }
  const on = issuedOn(standing, matter)
  if (on === null) {
    const state = conditions.every(({ met }) => met) ? 'ready' : 'waiting'
    return { state, certificate: null, issuedOn: null }
  }
  const issued = standing.certificates.find((c) => c.occurrence === occurrence)
  const certificate = issued && {
    id: issued.certificate_id as CertificateId,
    number: issued.number,
    issuedOn: issued.issued_on,
  }
  return { state: 'issued', certificate: certificate ?? null, issuedOn: isoDate(on) }
}

function caseOf({ cases }: Standing, occurrence: string | undefined): LandCertificate['case'] {
  const found = cases.find((c) => c.occurrence === occurrence)
  return found ? { id: found.case_id as CaseId, number: found.number, stageName: STAGE_NAMES[found.stage] } : null
}

async function eventsOf(tx: Tx, { events, district }: Standing): Promise<LandEvent[]> {
  const rows = [...events.values()].sort((a, b) => a.happened_on.localeCompare(b.happened_on))
  const names = await namesOf(
    tx,
    district,
    rows.map(({ recorded_by }) => recorded_by),
  )
  const winners = rows.flatMap(({ winner_id }) => winner_id ?? [])
  const companies =
    winners.length === 0
      ? []
      : await tx
          .selectFrom('company')
          .where('district_code', '=', district)
          .where('company_id', 'in', winners)
          .select(['company_id', 'name'])
          .execute()
  return rows.map((row) => ({
    kind: row.kind,
    on: row.happened_on,
    reference: row.reference,
    winner: companies.find(({ company_id }) => company_id === row.winner_id)?.name ?? null,
    parcelSha256: row.parcel_sha256,
    conditionsSha256: row.conditions_sha256,
    recordedBy: names.get(row.recorded_by) ?? null,
    recordedAt: row.recorded_at,
  }))
}

async function lastRehearsal(tx: Tx, { district, project }: Standing): Promise<LandBoard['lastRehearsal']> {
  const filter = { stream: `land/${project}`, type: 'landDayRehearsed', limit: 1 }
  const [last] = (await history(tx, says, district, filter)).items
  if (!last) return null
  const data = last.data as { readonly ready?: unknown; readonly missing?: unknown }
  return { at: last.at, by: last.actor, ready: data.ready === true, missing: Number(data.missing ?? 0) }
}
