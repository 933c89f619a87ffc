// Generated from openapi.json by `npm run client`; not to be edited.

import { type Client, formDataBodySerializer, type Options as Options2, type TDataShape } from './client';
import { client } from './client.gen';
import type { CancelBatchData, CancelBatchErrors, CancelBatchResponses, CreateBatchData, CreateBatchErrors, CreateBatchResponses, DeleteBatchData, DeleteBatchErrors, DeleteBatchResponses, ExportBatchData, ExportBatchErrors, ExportBatchResponses, GetBatchData, GetBatchErrors, GetBatchResponses, GetHealthData, GetHealthErrors, GetHealthResponses, ListBatchesData, ListBatchesErrors, ListBatchesResponses, ListEnginesData, ListEnginesErrors, ListEnginesResponses, ListRecordsData, ListRecordsErrors, ListRecordsResponses, RetryBatchData, RetryBatchErrors, RetryBatchResponses, StartBatchData, StartBatchErrors, StartBatchResponses, UpdateBatchData, UpdateBatchErrors, UpdateBatchResponses, UploadImagesData, UploadImagesErrors, UploadImagesResponses } from './types.gen';

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
 */
export const listBatches = <ThrowOnError extends boolean = false>(options?: Options<ListBatchesData, ThrowOnError>) => (options?.client ?? client).get<ListBatchesResponses, ListBatchesErrors, ThrowOnError>({ url: '/api/v1/batches', ...options });

/**
 * Create Batch
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
 */
export const deleteBatch = <ThrowOnError extends boolean = false>(options: Options<DeleteBatchData, ThrowOnError>) => (options.client ?? client).delete<DeleteBatchResponses, DeleteBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}', ...options });

/**
 * Get Batch
 */
export const getBatch = <ThrowOnError extends boolean = false>(options: Options<GetBatchData, ThrowOnError>) => (options.client ?? client).get<GetBatchResponses, GetBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}', ...options });

/**
 * Update Batch
 */
export const updateBatch = <ThrowOnError extends boolean = false>(options: Options<UpdateBatchData, ThrowOnError>) => (options.client ?? client).patch<UpdateBatchResponses, UpdateBatchErrors, ThrowOnError>({
    url: '/api/v1/batches/{batch_name}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Upload Images
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
 * Start Batch
 */
export const startBatch = <ThrowOnError extends boolean = false>(options: Options<StartBatchData, ThrowOnError>) => (options.client ?? client).post<StartBatchResponses, StartBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/start', ...options });

/**
 * Cancel Batch
 */
export const cancelBatch = <ThrowOnError extends boolean = false>(options: Options<CancelBatchData, ThrowOnError>) => (options.client ?? client).post<CancelBatchResponses, CancelBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/cancel', ...options });

/**
 * Retry Batch
 */
export const retryBatch = <ThrowOnError extends boolean = false>(options: Options<RetryBatchData, ThrowOnError>) => (options.client ?? client).post<RetryBatchResponses, RetryBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/retry', ...options });

/**
 * List Records
 */
export const listRecords = <ThrowOnError extends boolean = false>(options: Options<ListRecordsData, ThrowOnError>) => (options.client ?? client).get<ListRecordsResponses, ListRecordsErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/records', ...options });

/**
 * Export Batch
 */
export const exportBatch = <ThrowOnError extends boolean = false>(options: Options<ExportBatchData, ThrowOnError>) => (options.client ?? client).get<ExportBatchResponses, ExportBatchErrors, ThrowOnError>({ url: '/api/v1/batches/{batch_name}/export', ...options });

/**
 * List Engines
 */
export const listEngines = <ThrowOnError extends boolean = false>(options?: Options<ListEnginesData, ThrowOnError>) => (options?.client ?? client).get<ListEnginesResponses, ListEnginesErrors, ThrowOnError>({ url: '/api/v1/engines', ...options });

/**
 * Get Health
 */
export const getHealth = <ThrowOnError extends boolean = false>(options?: Options<GetHealthData, ThrowOnError>) => (options?.client ?? client).get<GetHealthResponses, GetHealthErrors, ThrowOnError>({ url: '/api/v1/health', ...options });
