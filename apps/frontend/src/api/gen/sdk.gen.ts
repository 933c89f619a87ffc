// Generated from openapi.json by `npm run client`; not to be edited.

import { type Client, formDataBodySerializer, type Options as Options2, type TDataShape } from './client';
import { client } from './client.gen';
import type { AbandonPassData, AbandonPassErrors, AbandonPassResponses, AcceptByRuleData, AcceptByRuleErrors, AcceptByRuleResponses, AnswerAuditData, AnswerAuditErrors, AnswerAuditResponses, BeginComparisonData, BeginComparisonErrors, BeginComparisonResponses, BeginJudgementData, BeginJudgementErrors, BeginJudgementResponses, BeginRefieldingData, BeginRefieldingErrors, BeginRefieldingResponses, CancelBatchData, CancelBatchErrors, CancelBatchResponses, CardsToVerifyData, CardsToVerifyErrors, CardsToVerifyResponses, ChangeRecordsData, ChangeRecordsErrors, ChangeRecordsResponses, CompareEvaluationsData, CompareEvaluationsErrors, CompareEvaluationsResponses, CompareReadersData, CompareReadersErrors, CompareReadersResponses, CreateBatchData, CreateBatchErrors, CreateBatchResponses, CreateSampleData, CreateSampleErrors, CreateSampleResponses, CreateTemplateData, CreateTemplateErrors, CreateTemplateResponses, DeleteBatchData, DeleteBatchErrors, DeleteBatchResponses, DeleteImageData, DeleteImageErrors, DeleteImageResponses, DeleteTemplateData, DeleteTemplateErrors, DeleteTemplateResponses, DrawAuditData, DrawAuditErrors, DrawAuditResponses, EvaluateBatchData, EvaluateBatchErrors, EvaluateBatchResponses, ExportBatchData, ExportBatchErrors, ExportBatchResponses, GetAuditData, GetAuditErrors, GetAuditResponses, GetBatchData, GetBatchErrors, GetBatchResponses, GetBatchResultsData, GetBatchResultsErrors, GetBatchResultsResponses, GetCertaintyData, GetCertaintyErrors, GetCertaintyResponses, GetComparisonData, GetComparisonErrors, GetComparisonResponses, GetCostData, GetCostErrors, GetCostResponses, GetEvaluationData, GetEvaluationErrors, GetEvaluationResponses, GetHealthData, GetHealthErrors, GetHealthResponses, GetLearningData, GetLearningErrors, GetLearningResponses, GetRecordData, GetRecordErrors, GetRecordPagesData, GetRecordPagesErrors, GetRecordPagesResponses, GetRecordResponses, GetTemplateData, GetTemplateErrors, GetTemplateResponses, ListAcceptancesData, ListAcceptancesErrors, ListAcceptancesResponses, ListAuditsData, ListAuditsErrors, ListAuditsResponses, ListBatchesData, ListBatchesErrors, ListBatchesResponses, ListCardsData, ListCardsErrors, ListCardsResponses, ListComparisonsData, ListComparisonsErrors, ListComparisonsResponses, ListEnginesData, ListEnginesResponses, ListEvaluationsData, ListEvaluationsErrors, ListEvaluationsResponses, ListFailuresData, ListFailuresErrors, ListFailuresResponses, ListImagesData, ListImagesErrors, ListImagesResponses, ListModelsData, ListModelsErrors, ListModelsResponses, ListQueueData, ListQueueErrors, ListQueueResponses, ListReadersData, ListReadersErrors, ListReadersResponses, ListRecordsData, ListRecordsErrors, ListRecordsResponses, ListRefieldingsData, ListRefieldingsErrors, ListRefieldingsResponses, ListTemplatesData, ListTemplatesErrors, ListTemplatesResponses, PatchBatchData, PatchBatchErrors, PatchBatchResponses, PatchRecordData, PatchRecordErrors, PatchRecordResponses, PlanComparisonData, PlanComparisonErrors, PlanComparisonResponses, PreviewJudgementData, PreviewJudgementErrors, PreviewJudgementResponses, PreviewPromptData, PreviewPromptErrors, PreviewPromptResponses, PreviewRefieldingData, PreviewRefieldingErrors, PreviewRefieldingResponses, ProbeModelData, ProbeModelErrors, ProbeModelResponses, ReadBesideData, ReadBesideErrors, ReadBesideResponses, ReadSampleData, ReadSampleErrors, ReadSampleResponses, RemoveCardsData, RemoveCardsErrors, RemoveCardsResponses, ReplaceTemplateData, ReplaceTemplateErrors, ReplaceTemplateResponses, RetryBatchData, RetryBatchErrors, RetryBatchResponses, RetryImageData, RetryImageErrors, RetryImageResponses, StartBatchData, StartBatchErrors, StartBatchResponses, SupposePairsData, SupposePairsErrors, SupposePairsResponses, SwitchNormalisersData, SwitchNormalisersErrors, SwitchNormalisersResponses, TakeBackRefieldingData, TakeBackRefieldingErrors, TakeBackRefieldingResponses, TrainNowData, TrainNowErrors, TrainNowResponses, TryCardsData, TryCardsErrors, TryCardsResponses, UndoAcceptanceData, UndoAcceptanceErrors, UndoAcceptanceResponses, UndoBulkData, UndoBulkErrors, UndoBulkResponses, UploadImagesData, UploadImagesErrors, UploadImagesResponses } from './types.gen';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: Record<string, unknown>;
};

/**
 * List Batches
 *
 * List batches, newest first, with counts.
 */
export const listBatches = <ThrowOnError extends boolean = false>(options?: Options<ListBatchesData, ThrowOnError>) => (options?.client ?? client).get<ListBatchesResponses, ListBatchesErrors, ThrowOnError>({ url: '/api/v1/batches', ...options });

/**
 * Create Batch
 *
 * Create a draft.
 */
export const createBatch = <ThrowOnError extends boolean = false>(options: Options<CreateBatchData, ThrowOnError>) => (options.client ?? client).post<CreateBatchResponses, CreateBatchErrors, ThrowOnError>({
    url: '/api/v1/batches',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Create Sample
 *
 * A draft of one of the sample drawers, with its fields and scans.
 */
export const createSample = <ThrowOnError extends boolean = false>(options: Options<CreateSampleData, ThrowOnError>) => (options.client ?? client).post<CreateSampleResponses, CreateSampleErrors, ThrowOnError>({
    url: '/api/v1/batches/sample',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Delete Batch
 *
 * Delete a batch with its scans, readings, reviews and files.
 */
export const deleteBatch = <ThrowOnError extends boolean = false>(options: Options<DeleteBatchData, ThrowOnError>) => (options.client ?? client).delete<DeleteBatchResponses, DeleteBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}', ...options });

/**
 * Get Batch
 */
export const getBatch = <ThrowOnError extends boolean = false>(options: Options<GetBatchData, ThrowOnError>) => (options.client ?? client).get<GetBatchResponses, GetBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}', ...options });

/**
 * Patch Batch
 *
 * Change title, fields, engine, model or options while the batch is not running.
 */
export const patchBatch = <ThrowOnError extends boolean = false>(options: Options<PatchBatchData, ThrowOnError>) => (options.client ?? client).patch<PatchBatchResponses, PatchBatchErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Start Batch
 *
 * Read what is pending; resume what was interrupted. With ``anew`` every card, after its fields changed.
 */
export const startBatch = <ThrowOnError extends boolean = false>(options: Options<StartBatchData, ThrowOnError>) => (options.client ?? client).post<StartBatchResponses, StartBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/start', ...options });

/**
 * Cancel Batch
 *
 * Stop after the cards in flight. A no-op when the batch is not running.
 */
export const cancelBatch = <ThrowOnError extends boolean = false>(options: Options<CancelBatchData, ThrowOnError>) => (options.client ?? client).post<CancelBatchResponses, CancelBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/cancel', ...options });

/**
 * Retry Batch
 *
 * Read all failed cards again, or those of one cause.
 */
export const retryBatch = <ThrowOnError extends boolean = false>(options: Options<RetryBatchData, ThrowOnError>) => (options.client ?? client).post<RetryBatchResponses, RetryBatchErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/retry',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Retry Image
 *
 * Move one file back from ``_errors/``, drop its entry, read it again and nothing else.
 */
export const retryImage = <ThrowOnError extends boolean = false>(options: Options<RetryImageData, ThrowOnError>) => (options.client ?? client).post<RetryImageResponses, RetryImageErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/retry-image/{filename}', ...options });

/**
 * Get Batch Results
 *
 * All attempted cards, in card order, from one consistent read.
 */
export const getBatchResults = <ThrowOnError extends boolean = false>(options: Options<GetBatchResultsData, ThrowOnError>) => (options.client ?? client).get<GetBatchResultsResponses, GetBatchResultsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/results', ...options });

/**
 * Get Cost
 *
 * Spent so far, and expected for the cards that are left.
 */
export const getCost = <ThrowOnError extends boolean = false>(options: Options<GetCostData, ThrowOnError>) => (options.client ?? client).get<GetCostResponses, GetCostErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/cost', ...options });

/**
 * Read Sample
 *
 * Read a few cards spread over the batch, to see what they cost; they are kept like any other.
 */
export const readSample = <ThrowOnError extends boolean = false>(options: Options<ReadSampleData, ThrowOnError>) => (options.client ?? client).post<ReadSampleResponses, ReadSampleErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/sample',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Preview Prompt
 *
 * The prompt and the response schema that these fields make.
 */
export const previewPrompt = <ThrowOnError extends boolean = false>(options: Options<PreviewPromptData, ThrowOnError>) => (options.client ?? client).post<PreviewPromptResponses, PreviewPromptErrors, ThrowOnError>({
    url: '/api/v1/prompt',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List Readers
 *
 * Who has read cards of this batch, and what readers beside the first could not read, by cause.
 */
export const listReaders = <ThrowOnError extends boolean = false>(options: Options<ListReadersData, ThrowOnError>) => (options.client ?? client).get<ListReadersResponses, ListReadersErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/readings', ...options });

/**
 * Read Beside
 *
 * Another reader reads cards beside the first: its readings are kept, records stay as they are.
 */
export const readBeside = <ThrowOnError extends boolean = false>(options: Options<ReadBesideData, ThrowOnError>) => (options.client ?? client).post<ReadBesideResponses, ReadBesideErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/readings',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Abandon Pass
 *
 * A reader that was stopped beside the first reads no more; its readings stay, and the batch is what it was.
 */
export const abandonPass = <ThrowOnError extends boolean = false>(options: Options<AbandonPassData, ThrowOnError>) => (options.client ?? client).delete<AbandonPassResponses, AbandonPassErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/readings/pass', ...options });

/**
 * List Images
 *
 * Images in card order, fronts before backs.
 */
export const listImages = <ThrowOnError extends boolean = false>(options: Options<ListImagesData, ThrowOnError>) => (options.client ?? client).get<ListImagesResponses, ListImagesErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/images', ...options });

/**
 * Upload Images
 *
 * Take in up to 500 scans in the form field ``files``; each is judged alone.
 */
export const uploadImages = <ThrowOnError extends boolean = false>(options: Options<UploadImagesData, ThrowOnError>) => (options.client ?? client).post<UploadImagesResponses, UploadImagesErrors, ThrowOnError>({
    ...formDataBodySerializer,
    url: '/api/v1/batches/{batch_name}/images',
    ...options,
    headers: {
        'Content-Type': null,
        ...options.headers
    }
});

/**
 * Delete Image
 *
 * Remove one image; its card goes with its last image.
 */
export const deleteImage = <ThrowOnError extends boolean = false>(options: Options<DeleteImageData, ThrowOnError>) => (options.client ?? client).delete<DeleteImageResponses, DeleteImageErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/images/{filename}', ...options });

/**
 * List Records
 *
 * One page of records. With ``field`` and an empty ``value``: records where it is blank; with ``field`` and
 * ``max_confidence``: records where this field is less certain and not judged.
 */
export const listRecords = <ThrowOnError extends boolean = false>(options: Options<ListRecordsData, ThrowOnError>) => (options.client ?? client).get<ListRecordsResponses, ListRecordsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/records', ...options });

/**
 * Change Records
 *
 * Set or accept values of many records in one transaction; what somebody changed since is left out.
 */
export const changeRecords = <ThrowOnError extends boolean = false>(options: Options<ChangeRecordsData, ThrowOnError>) => (options.client ?? client).post<ChangeRecordsResponses, ChangeRecordsErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/records/bulk',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Undo Bulk
 *
 * Take back a change of many records, but for what changed since. Undone in its turn, that is a redo.
 */
export const undoBulk = <ThrowOnError extends boolean = false>(options: Options<UndoBulkData, ThrowOnError>) => (options.client ?? client).post<UndoBulkResponses, UndoBulkErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/records/bulk/{bulk_id}/undo',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get Record
 *
 * One record with its readings and its history.
 */
export const getRecord = <ThrowOnError extends boolean = false>(options: Options<GetRecordData, ThrowOnError>) => (options.client ?? client).get<GetRecordResponses, GetRecordErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/records/{filename}', ...options });

/**
 * Patch Record
 *
 * Set, accept, reject or clear values; 409 with both versions when someone saved first.
 */
export const patchRecord = <ThrowOnError extends boolean = false>(options: Options<PatchRecordData, ThrowOnError>) => (options.client ?? client).patch<PatchRecordResponses, PatchRecordErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/records/{filename}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get Record Pages
 *
 * The card's images, front first, with the lines and words recognised on them.
 */
export const getRecordPages = <ThrowOnError extends boolean = false>(options: Options<GetRecordPagesData, ThrowOnError>) => (options.client ?? client).get<GetRecordPagesResponses, GetRecordPagesErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/records/{filename}/pages', ...options });

/**
 * Get Learning
 *
 * How much the reader has learned of this drawer, and its learning curve.
 */
export const getLearning = <ThrowOnError extends boolean = false>(options: Options<GetLearningData, ThrowOnError>) => (options.client ?? client).get<GetLearningResponses, GetLearningErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/learning', ...options });

/**
 * Train Now
 *
 * Train without waiting for more cards; 422 when too few are verified.
 */
export const trainNow = <ThrowOnError extends boolean = false>(options: Options<TrainNowData, ThrowOnError>) => (options.client ?? client).post<TrainNowResponses, TrainNowErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/learning/train', ...options });

/**
 * Switch Normalisers
 *
 * Say which learned spellings are not used, by their keys; all others are.
 */
export const switchNormalisers = <ThrowOnError extends boolean = false>(options: Options<SwitchNormalisersData, ThrowOnError>) => (options.client ?? client).put<SwitchNormalisersResponses, SwitchNormalisersErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/learning/normalisers',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Cards To Verify
 *
 * Cards to verify next so that most is learned: spread over the drawer.
 */
export const cardsToVerify = <ThrowOnError extends boolean = false>(options: Options<CardsToVerifyData, ThrowOnError>) => (options.client ?? client).get<CardsToVerifyResponses, CardsToVerifyErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/learning/next', ...options });

/**
 * Preview Refielding
 *
 * What fielding the stored words again would change; nothing is stored.
 */
export const previewRefielding = <ThrowOnError extends boolean = false>(options: Options<PreviewRefieldingData, ThrowOnError>) => (options.client ?? client).post<PreviewRefieldingResponses, PreviewRefieldingErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/refieldings/preview', ...options });

/**
 * List Refieldings
 */
export const listRefieldings = <ThrowOnError extends boolean = false>(options: Options<ListRefieldingsData, ThrowOnError>) => (options.client ?? client).get<ListRefieldingsResponses, ListRefieldingsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/refieldings', ...options });

/**
 * Begin Refielding
 *
 * Field all cards again that are not fully reviewed, without reading them; people's values stay.
 */
export const beginRefielding = <ThrowOnError extends boolean = false>(options: Options<BeginRefieldingData, ThrowOnError>) => (options.client ?? client).post<BeginRefieldingResponses, BeginRefieldingErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/refieldings', ...options });

/**
 * Take Back Refielding
 *
 * Show what was there before.
 */
export const takeBackRefielding = <ThrowOnError extends boolean = false>(options: Options<TakeBackRefieldingData, ThrowOnError>) => (options.client ?? client).delete<TakeBackRefieldingResponses, TakeBackRefieldingErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/refieldings/{refielding_id}', ...options });

/**
 * Compare Readers
 *
 * What each reader, their vote and the referee reach on the verified cards; takes seconds, stores nothing.
 */
export const compareReaders = <ThrowOnError extends boolean = false>(options: Options<CompareReadersData, ThrowOnError>) => (options.client ?? client).post<CompareReadersResponses, CompareReadersErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/comparison', ...options });

/**
 * Preview Judgement
 *
 * What the referee would change; nothing is stored. 409 `one_reader` when only one has read the batch.
 */
export const previewJudgement = <ThrowOnError extends boolean = false>(options: Options<PreviewJudgementData, ThrowOnError>) => (options.client ?? client).post<PreviewJudgementResponses, PreviewJudgementErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/judgements/preview', ...options });

/**
 * Begin Judgement
 *
 * Let the referee judge all cards that are not fully reviewed; listed and taken back like other refieldings.
 */
export const beginJudgement = <ThrowOnError extends boolean = false>(options: Options<BeginJudgementData, ThrowOnError>) => (options.client ?? client).post<BeginJudgementResponses, BeginJudgementErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/judgements', ...options });

/**
 * Plan Comparison
 *
 * Which cards would be measured on, and which of them a reader has yet to read; nothing is begun.
 */
export const planComparison = <ThrowOnError extends boolean = false>(options: Options<PlanComparisonData, ThrowOnError>) => (options.client ?? client).post<PlanComparisonResponses, PlanComparisonErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/comparisons/plan',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List Comparisons
 *
 * The newest first; 20 of a batch are kept.
 */
export const listComparisons = <ThrowOnError extends boolean = false>(options: Options<ListComparisonsData, ThrowOnError>) => (options.client ?? client).get<ListComparisonsResponses, ListComparisonsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/comparisons', ...options });

/**
 * Begin Comparison
 *
 * Measure each reader, their votes and their referees on the cards that all of them have read.
 */
export const beginComparison = <ThrowOnError extends boolean = false>(options: Options<BeginComparisonData, ThrowOnError>) => (options.client ?? client).post<BeginComparisonResponses, BeginComparisonErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/comparisons',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get Comparison
 *
 * What was measured so far, each mix with its paired difference to another.
 */
export const getComparison = <ThrowOnError extends boolean = false>(options: Options<GetComparisonData, ThrowOnError>) => (options.client ?? client).get<GetComparisonResponses, GetComparisonErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/comparisons/{comparison_id}', ...options });

/**
 * Get Certainty
 *
 * Reliability and what could be accepted, measured on this drawer's verified cards.
 */
export const getCertainty = <ThrowOnError extends boolean = false>(options: Options<GetCertaintyData, ThrowOnError>) => (options.client ?? client).get<GetCertaintyResponses, GetCertaintyErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/certainty', ...options });

/**
 * List Acceptances
 */
export const listAcceptances = <ThrowOnError extends boolean = false>(options: Options<ListAcceptancesData, ThrowOnError>) => (options.client ?? client).get<ListAcceptancesResponses, ListAcceptancesErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/rule-acceptances', ...options });

/**
 * Accept By Rule
 *
 * Accept every open value from a certainty upwards, in one step.
 */
export const acceptByRule = <ThrowOnError extends boolean = false>(options: Options<AcceptByRuleData, ThrowOnError>) => (options.client ?? client).post<AcceptByRuleResponses, AcceptByRuleErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/rule-acceptances',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Undo Acceptance
 *
 * Take back what a rule accepted, but for values on which a person has spoken since.
 */
export const undoAcceptance = <ThrowOnError extends boolean = false>(options: Options<UndoAcceptanceData, ThrowOnError>) => (options.client ?? client).delete<UndoAcceptanceResponses, UndoAcceptanceErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/rule-acceptances/{acceptance_id}', ...options });

/**
 * List Audits
 *
 * All audits, the newest first, without their answers.
 */
export const listAudits = <ThrowOnError extends boolean = false>(options: Options<ListAuditsData, ThrowOnError>) => (options.client ?? client).get<ListAuditsResponses, ListAuditsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/audits', ...options });

/**
 * Draw Audit
 *
 * Draw a random sample of values that no person has looked at.
 */
export const drawAudit = <ThrowOnError extends boolean = false>(options: Options<DrawAuditData, ThrowOnError>) => (options.client ?? client).post<DrawAuditResponses, DrawAuditErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/audits',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get Audit
 *
 * How an audit stands, and the next value to check, blind.
 */
export const getAudit = <ThrowOnError extends boolean = false>(options: Options<GetAuditData, ThrowOnError>) => (options.client ?? client).get<GetAuditResponses, GetAuditErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/audits/{audit_id}', ...options });

/**
 * Answer Audit
 *
 * What a person reads there; it becomes a verified value too.
 */
export const answerAudit = <ThrowOnError extends boolean = false>(options: Options<AnswerAuditData, ThrowOnError>) => (options.client ?? client).post<AnswerAuditResponses, AnswerAuditErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/audits/{audit_id}/answers',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List Evaluations
 */
export const listEvaluations = <ThrowOnError extends boolean = false>(options: Options<ListEvaluationsData, ThrowOnError>) => (options.client ?? client).get<ListEvaluationsResponses, ListEvaluationsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/evaluations', ...options });

/**
 * Evaluate Batch
 *
 * Score the records against a truth, or what was read against what people verified.
 */
export const evaluateBatch = <ThrowOnError extends boolean = false>(options: Options<EvaluateBatchData, ThrowOnError>) => (options.client ?? client).post<EvaluateBatchResponses, EvaluateBatchErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/evaluations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get Evaluation
 */
export const getEvaluation = <ThrowOnError extends boolean = false>(options: Options<GetEvaluationData, ThrowOnError>) => (options.client ?? client).get<GetEvaluationResponses, GetEvaluationErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/evaluations/{evaluation_id}', ...options });

/**
 * Compare Evaluations
 *
 * ``other`` less this one, with a 95 % interval, and whether the difference is noise.
 */
export const compareEvaluations = <ThrowOnError extends boolean = false>(options: Options<CompareEvaluationsData, ThrowOnError>) => (options.client ?? client).get<CompareEvaluationsResponses, CompareEvaluationsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/evaluations/{evaluation_id}/comparison', ...options });

/**
 * Export Batch
 *
 * Stream a file, from one consistent read. The filters are those of the table; without one: all records.
 */
export const exportBatch = <ThrowOnError extends boolean = false>(options: Options<ExportBatchData, ThrowOnError>) => (options.client ?? client).get<ExportBatchResponses, ExportBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/export', ...options });

/**
 * List Templates
 */
export const listTemplates = <ThrowOnError extends boolean = false>(options?: Options<ListTemplatesData, ThrowOnError>) => (options?.client ?? client).get<ListTemplatesResponses, ListTemplatesErrors, ThrowOnError>({ url: '/api/v1/templates', ...options });

/**
 * Create Template
 */
export const createTemplate = <ThrowOnError extends boolean = false>(options: Options<CreateTemplateData, ThrowOnError>) => (options.client ?? client).post<CreateTemplateResponses, CreateTemplateErrors, ThrowOnError>({
    url: '/api/v1/templates',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Delete Template
 */
export const deleteTemplate = <ThrowOnError extends boolean = false>(options: Options<DeleteTemplateData, ThrowOnError>) => (options.client ?? client).delete<DeleteTemplateResponses, DeleteTemplateErrors, ThrowOnError>({ url: '/api/v1/templates/{template_id}', ...options });

/**
 * Get Template
 */
export const getTemplate = <ThrowOnError extends boolean = false>(options: Options<GetTemplateData, ThrowOnError>) => (options.client ?? client).get<GetTemplateResponses, GetTemplateErrors, ThrowOnError>({ url: '/api/v1/templates/{template_id}', ...options });

/**
 * Replace Template
 */
export const replaceTemplate = <ThrowOnError extends boolean = false>(options: Options<ReplaceTemplateData, ThrowOnError>) => (options.client ?? client).put<ReplaceTemplateResponses, ReplaceTemplateErrors, ThrowOnError>({
    url: '/api/v1/templates/{template_id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List Engines
 */
export const listEngines = <ThrowOnError extends boolean = false>(options?: Options<ListEnginesData, ThrowOnError>) => (options?.client ?? client).get<ListEnginesResponses, unknown, ThrowOnError>({ url: '/api/v1/engines', ...options });

/**
 * List Models
 *
 * The models that the reader's provider lists, and those that are allowed; asks the provider.
 */
export const listModels = <ThrowOnError extends boolean = false>(options: Options<ListModelsData, ThrowOnError>) => (options.client ?? client).get<ListModelsResponses, ListModelsErrors, ThrowOnError>({ url: '/api/v1/engines/{engine_name}/models', ...options });

/**
 * Probe Model
 *
 * Ask a model with a small picture what it can do (a few small calls), and keep the result.
 */
export const probeModel = <ThrowOnError extends boolean = false>(options: Options<ProbeModelData, ThrowOnError>) => (options.client ?? client).post<ProbeModelResponses, ProbeModelErrors, ThrowOnError>({
    url: '/api/v1/engines/{engine_name}/probe',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get Health
 *
 * Version, database, engine, free space; 503 when the service cannot work.
 */
export const getHealth = <ThrowOnError extends boolean = false>(options?: Options<GetHealthData, ThrowOnError>) => (options?.client ?? client).get<GetHealthResponses, GetHealthErrors, ThrowOnError>({ url: '/api/v1/health', ...options });

/**
 * Try Cards
 *
 * Read the first, a middle and the last card (or the chosen ones) with this set-up, and store nothing.
 */
export const tryCards = <ThrowOnError extends boolean = false>(options: Options<TryCardsData, ThrowOnError>) => (options.client ?? client).post<TryCardsResponses, TryCardsErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/try',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Suppose Pairs
 *
 * How the unread images would become cards with these options.
 */
export const supposePairs = <ThrowOnError extends boolean = false>(options: Options<SupposePairsData, ThrowOnError>) => (options.client ?? client).post<SupposePairsResponses, SupposePairsErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/pairs',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List Cards
 *
 * Cards in card order, each with its images, front first.
 */
export const listCards = <ThrowOnError extends boolean = false>(options: Options<ListCardsData, ThrowOnError>) => (options.client ?? client).get<ListCardsResponses, ListCardsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/cards', ...options });

/**
 * Remove Cards
 *
 * Remove up to 1,000 cards with all their images, readings and reviews. What is gone already is no error.
 */
export const removeCards = <ThrowOnError extends boolean = false>(options: Options<RemoveCardsData, ThrowOnError>) => (options.client ?? client).post<RemoveCardsResponses, RemoveCardsErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}/cards/remove',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List Failures
 *
 * Failed cards by cause, the most frequent first.
 */
export const listFailures = <ThrowOnError extends boolean = false>(options: Options<ListFailuresData, ThrowOnError>) => (options.client ?? client).get<ListFailuresResponses, ListFailuresErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/failures', ...options });

/**
 * List Queue
 *
 * A piece of the queue: least certain first or in card order; open, failed, flagged or all cards.
 */
export const listQueue = <ThrowOnError extends boolean = false>(options: Options<ListQueueData, ThrowOnError>) => (options.client ?? client).get<ListQueueResponses, ListQueueErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/queue', ...options });
