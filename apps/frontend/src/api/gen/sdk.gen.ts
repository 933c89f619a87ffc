// Generated from openapi.json by `npm run client`; not to be edited.

import { type Client, formDataBodySerializer, type Options as Options2, type TDataShape } from './client';
import { client } from './client.gen';
import type { CancelBatchData, CancelBatchErrors, CancelBatchResponses, CreateBatchData, CreateBatchErrors, CreateBatchResponses, CreateTemplateData, CreateTemplateErrors, CreateTemplateResponses, DeleteBatchData, DeleteBatchErrors, DeleteBatchResponses, DeleteImageData, DeleteImageErrors, DeleteImageResponses, DeleteTemplateData, DeleteTemplateErrors, DeleteTemplateResponses, ExportBatchData, ExportBatchErrors, ExportBatchResponses, GetBatchData, GetBatchErrors, GetBatchResponses, GetBatchResultsData, GetBatchResultsErrors, GetBatchResultsResponses, GetCostData, GetCostErrors, GetCostResponses, GetHealthData, GetHealthErrors, GetHealthResponses, GetRecordData, GetRecordErrors, GetRecordResponses, GetTemplateData, GetTemplateErrors, GetTemplateResponses, ListBatchesData, ListBatchesErrors, ListBatchesResponses, ListEnginesData, ListEnginesResponses, ListImagesData, ListImagesErrors, ListImagesResponses, ListModelsData, ListModelsErrors, ListModelsResponses, ListRecordsData, ListRecordsErrors, ListRecordsResponses, ListTemplatesData, ListTemplatesErrors, ListTemplatesResponses, PatchBatchData, PatchBatchErrors, PatchBatchResponses, PatchRecordData, PatchRecordErrors, PatchRecordResponses, PreviewPromptData, PreviewPromptErrors, PreviewPromptResponses, ProbeModelData, ProbeModelErrors, ProbeModelResponses, ReadSampleData, ReadSampleErrors, ReadSampleResponses, ReplaceTemplateData, ReplaceTemplateErrors, ReplaceTemplateResponses, RetryBatchData, RetryBatchErrors, RetryBatchResponses, RetryImageData, RetryImageErrors, RetryImageResponses, StartBatchData, StartBatchErrors, StartBatchResponses, UploadImagesData, UploadImagesErrors, UploadImagesResponses } from './types.gen';

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
 * Read what is pending; resume what was interrupted.
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
 * Read all failed cards again.
 */
export const retryBatch = <ThrowOnError extends boolean = false>(options: Options<RetryBatchData, ThrowOnError>) => (options.client ?? client).post<RetryBatchResponses, RetryBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/retry', ...options });

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
 * One page of records. With ``field`` and an empty ``value``: records where it is blank.
 */
export const listRecords = <ThrowOnError extends boolean = false>(options: Options<ListRecordsData, ThrowOnError>) => (options.client ?? client).get<ListRecordsResponses, ListRecordsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/records', ...options });

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
 * Export Batch
 *
 * Stream a file, from one consistent read.
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
 * Ask a model with a small picture what it can do (three small calls), and keep the result.
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
