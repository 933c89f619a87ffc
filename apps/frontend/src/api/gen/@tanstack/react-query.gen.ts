// Generated from openapi.json by `npm run client`; not to be edited.

import { type InfiniteData, infiniteQueryOptions, queryOptions, type UseMutationOptions } from '@tanstack/react-query';

import { client } from '../client.gen';
import { cancelBatch, createBatch, deleteBatch, exportBatch, getBatch, getHealth, listBatches, listEngines, listRecords, type Options, retryBatch, startBatch, updateBatch, uploadImages } from '../sdk.gen';
import type { CancelBatchData, CancelBatchError, CancelBatchResponse, CreateBatchData, CreateBatchError, CreateBatchResponse, DeleteBatchData, DeleteBatchError, DeleteBatchResponse, ExportBatchData, ExportBatchError, GetBatchData, GetBatchError, GetBatchResponse, GetHealthData, GetHealthError, GetHealthResponse, ListBatchesData, ListBatchesError, ListBatchesResponse, ListEnginesData, ListEnginesError, ListEnginesResponse, ListRecordsData, ListRecordsError, ListRecordsResponse, RetryBatchData, RetryBatchError, RetryBatchResponse, StartBatchData, StartBatchError, StartBatchResponse, UpdateBatchData, UpdateBatchError, UpdateBatchResponse, UploadImagesData, UploadImagesError, UploadImagesResponse } from '../types.gen';

export type QueryKey<TOptions extends Options> = [
    Pick<TOptions, 'baseUrl' | 'body' | 'headers' | 'path' | 'query'> & {
        _id: string;
        _infinite?: boolean;
        tags?: ReadonlyArray<string>;
    }
];

const createQueryKey = <TOptions extends Options>(id: string, options?: TOptions, infinite?: boolean, tags?: ReadonlyArray<string>): [
    QueryKey<TOptions>[0]
] => {
    const params: QueryKey<TOptions>[0] = { _id: id, baseUrl: options?.baseUrl || (options?.client ?? client).getConfig().baseUrl } as QueryKey<TOptions>[0];
    if (infinite) {
        params._infinite = infinite;
    }
    if (tags) {
        params.tags = tags;
    }
    if (options?.body) {
        params.body = options.body;
    }
    if (options?.headers) {
        params.headers = options.headers;
    }
    if (options?.path) {
        params.path = options.path;
    }
    if (options?.query) {
        params.query = options.query;
    }
    return [params];
};

export const listBatchesQueryKey = (options?: Options<ListBatchesData>) => createQueryKey('listBatches', options);

/**
 * List Batches
 */
export const listBatchesOptions = (options?: Options<ListBatchesData>) => queryOptions<ListBatchesResponse, ListBatchesError, ListBatchesResponse, ReturnType<typeof listBatchesQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listBatches({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listBatchesQueryKey(options)
});

const createInfiniteParams = <K extends Pick<QueryKey<Options>[0], 'body' | 'headers' | 'path' | 'query'>>(queryKey: QueryKey<Options>, page: K) => {
    const params = { ...queryKey[0] };
    if (page.body) {
        params.body = {
            ...queryKey[0].body as any,
            ...page.body as any
        };
    }
    if (page.headers) {
        params.headers = {
            ...queryKey[0].headers,
            ...page.headers
        };
    }
    if (page.path) {
        params.path = {
            ...queryKey[0].path as any,
            ...page.path as any
        };
    }
    if (page.query) {
        params.query = {
            ...queryKey[0].query as any,
            ...page.query as any
        };
    }
    return params as unknown as typeof page;
};

export const listBatchesInfiniteQueryKey = (options?: Options<ListBatchesData>): QueryKey<Options<ListBatchesData>> => createQueryKey('listBatches', options, true);

/**
 * List Batches
 */
export const listBatchesInfiniteOptions = (options?: Options<ListBatchesData>) => infiniteQueryOptions<ListBatchesResponse, ListBatchesError, InfiniteData<ListBatchesResponse>, QueryKey<Options<ListBatchesData>>, number | Pick<QueryKey<Options<ListBatchesData>>[0], 'body' | 'headers' | 'path' | 'query'>>(
// @ts-ignore
{
    queryFn: async ({ pageParam, queryKey, signal }) => {
        // @ts-ignore
        const page: Pick<QueryKey<Options<ListBatchesData>>[0], 'body' | 'headers' | 'path' | 'query'> = typeof pageParam === 'object' ? pageParam : {
            query: {
                offset: pageParam
            }
        };
        const params = createInfiniteParams(queryKey, page);
        const { data } = await listBatches({
            ...options,
            ...params,
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listBatchesInfiniteQueryKey(options)
});

/**
 * Create Batch
 */
export const createBatchMutation = (options?: Partial<Options<CreateBatchData>>): UseMutationOptions<CreateBatchResponse, CreateBatchError, Options<CreateBatchData>> => {
    const mutationOptions: UseMutationOptions<CreateBatchResponse, CreateBatchError, Options<CreateBatchData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await createBatch({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

/**
 * Delete Batch
 */
export const deleteBatchMutation = (options?: Partial<Options<DeleteBatchData>>): UseMutationOptions<DeleteBatchResponse, DeleteBatchError, Options<DeleteBatchData>> => {
    const mutationOptions: UseMutationOptions<DeleteBatchResponse, DeleteBatchError, Options<DeleteBatchData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await deleteBatch({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getBatchQueryKey = (options: Options<GetBatchData>) => createQueryKey('getBatch', options);

/**
 * Get Batch
 */
export const getBatchOptions = (options: Options<GetBatchData>) => queryOptions<GetBatchResponse, GetBatchError, GetBatchResponse, ReturnType<typeof getBatchQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getBatch({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getBatchQueryKey(options)
});

/**
 * Update Batch
 */
export const updateBatchMutation = (options?: Partial<Options<UpdateBatchData>>): UseMutationOptions<UpdateBatchResponse, UpdateBatchError, Options<UpdateBatchData>> => {
    const mutationOptions: UseMutationOptions<UpdateBatchResponse, UpdateBatchError, Options<UpdateBatchData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await updateBatch({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

/**
 * Upload Images
 */
export const uploadImagesMutation = (options?: Partial<Options<UploadImagesData>>): UseMutationOptions<UploadImagesResponse, UploadImagesError, Options<UploadImagesData>> => {
    const mutationOptions: UseMutationOptions<UploadImagesResponse, UploadImagesError, Options<UploadImagesData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await uploadImages({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

/**
 * Start Batch
 */
export const startBatchMutation = (options?: Partial<Options<StartBatchData>>): UseMutationOptions<StartBatchResponse, StartBatchError, Options<StartBatchData>> => {
    const mutationOptions: UseMutationOptions<StartBatchResponse, StartBatchError, Options<StartBatchData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await startBatch({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

/**
 * Cancel Batch
 */
export const cancelBatchMutation = (options?: Partial<Options<CancelBatchData>>): UseMutationOptions<CancelBatchResponse, CancelBatchError, Options<CancelBatchData>> => {
    const mutationOptions: UseMutationOptions<CancelBatchResponse, CancelBatchError, Options<CancelBatchData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await cancelBatch({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

/**
 * Retry Batch
 */
export const retryBatchMutation = (options?: Partial<Options<RetryBatchData>>): UseMutationOptions<RetryBatchResponse, RetryBatchError, Options<RetryBatchData>> => {
    const mutationOptions: UseMutationOptions<RetryBatchResponse, RetryBatchError, Options<RetryBatchData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await retryBatch({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listRecordsQueryKey = (options: Options<ListRecordsData>) => createQueryKey('listRecords', options);

/**
 * List Records
 */
export const listRecordsOptions = (options: Options<ListRecordsData>) => queryOptions<ListRecordsResponse, ListRecordsError, ListRecordsResponse, ReturnType<typeof listRecordsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listRecords({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listRecordsQueryKey(options)
});

export const listRecordsInfiniteQueryKey = (options: Options<ListRecordsData>): QueryKey<Options<ListRecordsData>> => createQueryKey('listRecords', options, true);

/**
 * List Records
 */
export const listRecordsInfiniteOptions = (options: Options<ListRecordsData>) => infiniteQueryOptions<ListRecordsResponse, ListRecordsError, InfiniteData<ListRecordsResponse>, QueryKey<Options<ListRecordsData>>, number | Pick<QueryKey<Options<ListRecordsData>>[0], 'body' | 'headers' | 'path' | 'query'>>(
// @ts-ignore
{
    queryFn: async ({ pageParam, queryKey, signal }) => {
        // @ts-ignore
        const page: Pick<QueryKey<Options<ListRecordsData>>[0], 'body' | 'headers' | 'path' | 'query'> = typeof pageParam === 'object' ? pageParam : {
            query: {
                offset: pageParam
            }
        };
        const params = createInfiniteParams(queryKey, page);
        const { data } = await listRecords({
            ...options,
            ...params,
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listRecordsInfiniteQueryKey(options)
});

export const exportBatchQueryKey = (options: Options<ExportBatchData>) => createQueryKey('exportBatch', options);

/**
 * Export Batch
 */
export const exportBatchOptions = (options: Options<ExportBatchData>) => queryOptions<unknown, ExportBatchError, unknown, ReturnType<typeof exportBatchQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await exportBatch({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: exportBatchQueryKey(options)
});

export const listEnginesQueryKey = (options?: Options<ListEnginesData>) => createQueryKey('listEngines', options);

/**
 * List Engines
 */
export const listEnginesOptions = (options?: Options<ListEnginesData>) => queryOptions<ListEnginesResponse, ListEnginesError, ListEnginesResponse, ReturnType<typeof listEnginesQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listEngines({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listEnginesQueryKey(options)
});

export const getHealthQueryKey = (options?: Options<GetHealthData>) => createQueryKey('getHealth', options);

/**
 * Get Health
 */
export const getHealthOptions = (options?: Options<GetHealthData>) => queryOptions<GetHealthResponse, GetHealthError, GetHealthResponse, ReturnType<typeof getHealthQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getHealth({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getHealthQueryKey(options)
});
