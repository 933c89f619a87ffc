// Generated from openapi.json by `npm run client`; not to be edited.

import { type DefaultError, type InfiniteData, infiniteQueryOptions, queryOptions, type UseMutationOptions } from '@tanstack/react-query';

import { client } from '../client.gen';
import { cancelBatch, createBatch, createTemplate, deleteBatch, deleteImage, deleteTemplate, exportBatch, getBatch, getBatchResults, getCost, getHealth, getRecord, getTemplate, listBatches, listEngines, listImages, listModels, listRecords, listTemplates, type Options, patchBatch, patchRecord, previewPrompt, probeModel, readSample, replaceTemplate, retryBatch, retryImage, startBatch, uploadImages } from '../sdk.gen';
import type { CancelBatchData, CancelBatchError, CancelBatchResponse, CreateBatchData, CreateBatchError, CreateBatchResponse, CreateTemplateData, CreateTemplateError, CreateTemplateResponse, DeleteBatchData, DeleteBatchError, DeleteBatchResponse, DeleteImageData, DeleteImageError, DeleteImageResponse, DeleteTemplateData, DeleteTemplateError, DeleteTemplateResponse, ExportBatchData, ExportBatchError, GetBatchData, GetBatchError, GetBatchResponse, GetBatchResultsData, GetBatchResultsError, GetBatchResultsResponse, GetCostData, GetCostError, GetCostResponse, GetHealthData, GetHealthError, GetHealthResponse, GetRecordData, GetRecordError, GetRecordResponse, GetTemplateData, GetTemplateError, GetTemplateResponse, ListBatchesData, ListBatchesError, ListBatchesResponse, ListEnginesData, ListEnginesResponse, ListImagesData, ListImagesError, ListImagesResponse, ListModelsData, ListModelsError, ListModelsResponse, ListRecordsData, ListRecordsError, ListRecordsResponse, ListTemplatesData, ListTemplatesError, ListTemplatesResponse, PatchBatchData, PatchBatchError, PatchBatchResponse, PatchRecordData, PatchRecordError, PatchRecordResponse, PreviewPromptData, PreviewPromptError, PreviewPromptResponse, ProbeModelData, ProbeModelError, ProbeModelResponse, ReadSampleData, ReadSampleError, ReadSampleResponse, ReplaceTemplateData, ReplaceTemplateError, ReplaceTemplateResponse, RetryBatchData, RetryBatchError, RetryBatchResponse, RetryImageData, RetryImageError, RetryImageResponse, StartBatchData, StartBatchError, StartBatchResponse, UploadImagesData, UploadImagesError, UploadImagesResponse } from '../types.gen';

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
 *
 * List batches, newest first, with counts.
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
 *
 * List batches, newest first, with counts.
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
 *
 * Create a draft.
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
 *
 * Delete a batch with its scans, readings, reviews and files.
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
 * Patch Batch
 *
 * Change title, fields, engine, model or options while the batch is not running.
 */
export const patchBatchMutation = (options?: Partial<Options<PatchBatchData>>): UseMutationOptions<PatchBatchResponse, PatchBatchError, Options<PatchBatchData>> => {
    const mutationOptions: UseMutationOptions<PatchBatchResponse, PatchBatchError, Options<PatchBatchData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await patchBatch({
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
 *
 * Read what is pending; resume what was interrupted.
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
 *
 * Stop after the cards in flight. A no-op when the batch is not running.
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
 *
 * Read all failed cards again.
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

/**
 * Retry Image
 *
 * Move one file back from ``_errors/``, drop its entry, read it again and nothing else.
 */
export const retryImageMutation = (options?: Partial<Options<RetryImageData>>): UseMutationOptions<RetryImageResponse, RetryImageError, Options<RetryImageData>> => {
    const mutationOptions: UseMutationOptions<RetryImageResponse, RetryImageError, Options<RetryImageData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await retryImage({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getBatchResultsQueryKey = (options: Options<GetBatchResultsData>) => createQueryKey('getBatchResults', options);

/**
 * Get Batch Results
 *
 * All attempted cards, in card order, from one consistent read.
 */
export const getBatchResultsOptions = (options: Options<GetBatchResultsData>) => queryOptions<GetBatchResultsResponse, GetBatchResultsError, GetBatchResultsResponse, ReturnType<typeof getBatchResultsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getBatchResults({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getBatchResultsQueryKey(options)
});

export const getCostQueryKey = (options: Options<GetCostData>) => createQueryKey('getCost', options);

/**
 * Get Cost
 *
 * Spent so far, and expected for the cards that are left.
 */
export const getCostOptions = (options: Options<GetCostData>) => queryOptions<GetCostResponse, GetCostError, GetCostResponse, ReturnType<typeof getCostQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getCost({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getCostQueryKey(options)
});

/**
 * Read Sample
 *
 * Read a few cards spread over the batch, to see what they cost; they are kept like any other.
 */
export const readSampleMutation = (options?: Partial<Options<ReadSampleData>>): UseMutationOptions<ReadSampleResponse, ReadSampleError, Options<ReadSampleData>> => {
    const mutationOptions: UseMutationOptions<ReadSampleResponse, ReadSampleError, Options<ReadSampleData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await readSample({
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
 * Preview Prompt
 *
 * The prompt and the response schema that these fields make.
 */
export const previewPromptMutation = (options?: Partial<Options<PreviewPromptData>>): UseMutationOptions<PreviewPromptResponse, PreviewPromptError, Options<PreviewPromptData>> => {
    const mutationOptions: UseMutationOptions<PreviewPromptResponse, PreviewPromptError, Options<PreviewPromptData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await previewPrompt({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listImagesQueryKey = (options: Options<ListImagesData>) => createQueryKey('listImages', options);

/**
 * List Images
 *
 * Images in card order, fronts before backs.
 */
export const listImagesOptions = (options: Options<ListImagesData>) => queryOptions<ListImagesResponse, ListImagesError, ListImagesResponse, ReturnType<typeof listImagesQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listImages({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listImagesQueryKey(options)
});

export const listImagesInfiniteQueryKey = (options: Options<ListImagesData>): QueryKey<Options<ListImagesData>> => createQueryKey('listImages', options, true);

/**
 * List Images
 *
 * Images in card order, fronts before backs.
 */
export const listImagesInfiniteOptions = (options: Options<ListImagesData>) => infiniteQueryOptions<ListImagesResponse, ListImagesError, InfiniteData<ListImagesResponse>, QueryKey<Options<ListImagesData>>, number | Pick<QueryKey<Options<ListImagesData>>[0], 'body' | 'headers' | 'path' | 'query'>>(
// @ts-ignore
{
    queryFn: async ({ pageParam, queryKey, signal }) => {
        // @ts-ignore
        const page: Pick<QueryKey<Options<ListImagesData>>[0], 'body' | 'headers' | 'path' | 'query'> = typeof pageParam === 'object' ? pageParam : {
            query: {
                offset: pageParam
            }
        };
        const params = createInfiniteParams(queryKey, page);
        const { data } = await listImages({
            ...options,
            ...params,
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listImagesInfiniteQueryKey(options)
});

/**
 * Upload Images
 *
 * Take in up to 500 scans in the form field ``files``; each is judged alone.
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
 * Delete Image
 *
 * Remove one image; its card goes with its last image.
 */
export const deleteImageMutation = (options?: Partial<Options<DeleteImageData>>): UseMutationOptions<DeleteImageResponse, DeleteImageError, Options<DeleteImageData>> => {
    const mutationOptions: UseMutationOptions<DeleteImageResponse, DeleteImageError, Options<DeleteImageData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await deleteImage({
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
 *
 * One page of records. With ``field`` and an empty ``value``: records where it is blank.
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
 *
 * One page of records. With ``field`` and an empty ``value``: records where it is blank.
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

export const getRecordQueryKey = (options: Options<GetRecordData>) => createQueryKey('getRecord', options);

/**
 * Get Record
 *
 * One record with its readings and its history.
 */
export const getRecordOptions = (options: Options<GetRecordData>) => queryOptions<GetRecordResponse, GetRecordError, GetRecordResponse, ReturnType<typeof getRecordQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getRecord({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getRecordQueryKey(options)
});

/**
 * Patch Record
 *
 * Set, accept, reject or clear values; 409 with both versions when someone saved first.
 */
export const patchRecordMutation = (options?: Partial<Options<PatchRecordData>>): UseMutationOptions<PatchRecordResponse, PatchRecordError, Options<PatchRecordData>> => {
    const mutationOptions: UseMutationOptions<PatchRecordResponse, PatchRecordError, Options<PatchRecordData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await patchRecord({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const exportBatchQueryKey = (options: Options<ExportBatchData>) => createQueryKey('exportBatch', options);

/**
 * Export Batch
 *
 * Stream a file, from one consistent read.
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

export const listTemplatesQueryKey = (options?: Options<ListTemplatesData>) => createQueryKey('listTemplates', options);

/**
 * List Templates
 */
export const listTemplatesOptions = (options?: Options<ListTemplatesData>) => queryOptions<ListTemplatesResponse, ListTemplatesError, ListTemplatesResponse, ReturnType<typeof listTemplatesQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listTemplates({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listTemplatesQueryKey(options)
});

export const listTemplatesInfiniteQueryKey = (options?: Options<ListTemplatesData>): QueryKey<Options<ListTemplatesData>> => createQueryKey('listTemplates', options, true);

/**
 * List Templates
 */
export const listTemplatesInfiniteOptions = (options?: Options<ListTemplatesData>) => infiniteQueryOptions<ListTemplatesResponse, ListTemplatesError, InfiniteData<ListTemplatesResponse>, QueryKey<Options<ListTemplatesData>>, number | Pick<QueryKey<Options<ListTemplatesData>>[0], 'body' | 'headers' | 'path' | 'query'>>(
// @ts-ignore
{
    queryFn: async ({ pageParam, queryKey, signal }) => {
        // @ts-ignore
        const page: Pick<QueryKey<Options<ListTemplatesData>>[0], 'body' | 'headers' | 'path' | 'query'> = typeof pageParam === 'object' ? pageParam : {
            query: {
                offset: pageParam
            }
        };
        const params = createInfiniteParams(queryKey, page);
        const { data } = await listTemplates({
            ...options,
            ...params,
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listTemplatesInfiniteQueryKey(options)
});

/**
 * Create Template
 */
export const createTemplateMutation = (options?: Partial<Options<CreateTemplateData>>): UseMutationOptions<CreateTemplateResponse, CreateTemplateError, Options<CreateTemplateData>> => {
    const mutationOptions: UseMutationOptions<CreateTemplateResponse, CreateTemplateError, Options<CreateTemplateData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await createTemplate({
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
 * Delete Template
 */
export const deleteTemplateMutation = (options?: Partial<Options<DeleteTemplateData>>): UseMutationOptions<DeleteTemplateResponse, DeleteTemplateError, Options<DeleteTemplateData>> => {
    const mutationOptions: UseMutationOptions<DeleteTemplateResponse, DeleteTemplateError, Options<DeleteTemplateData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await deleteTemplate({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getTemplateQueryKey = (options: Options<GetTemplateData>) => createQueryKey('getTemplate', options);

/**
 * Get Template
 */
export const getTemplateOptions = (options: Options<GetTemplateData>) => queryOptions<GetTemplateResponse, GetTemplateError, GetTemplateResponse, ReturnType<typeof getTemplateQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getTemplate({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getTemplateQueryKey(options)
});

/**
 * Replace Template
 */
export const replaceTemplateMutation = (options?: Partial<Options<ReplaceTemplateData>>): UseMutationOptions<ReplaceTemplateResponse, ReplaceTemplateError, Options<ReplaceTemplateData>> => {
    const mutationOptions: UseMutationOptions<ReplaceTemplateResponse, ReplaceTemplateError, Options<ReplaceTemplateData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await replaceTemplate({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listEnginesQueryKey = (options?: Options<ListEnginesData>) => createQueryKey('listEngines', options);

/**
 * List Engines
 */
export const listEnginesOptions = (options?: Options<ListEnginesData>) => queryOptions<ListEnginesResponse, DefaultError, ListEnginesResponse, ReturnType<typeof listEnginesQueryKey>>({
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

export const listModelsQueryKey = (options: Options<ListModelsData>) => createQueryKey('listModels', options);

/**
 * List Models
 *
 * The models that the reader's provider lists, and those that are allowed; asks the provider.
 */
export const listModelsOptions = (options: Options<ListModelsData>) => queryOptions<ListModelsResponse, ListModelsError, ListModelsResponse, ReturnType<typeof listModelsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listModels({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listModelsQueryKey(options)
});

/**
 * Probe Model
 *
 * Ask a model with a small picture what it can do (three small calls), and keep the result.
 */
export const probeModelMutation = (options?: Partial<Options<ProbeModelData>>): UseMutationOptions<ProbeModelResponse, ProbeModelError, Options<ProbeModelData>> => {
    const mutationOptions: UseMutationOptions<ProbeModelResponse, ProbeModelError, Options<ProbeModelData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await probeModel({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getHealthQueryKey = (options?: Options<GetHealthData>) => createQueryKey('getHealth', options);

/**
 * Get Health
 *
 * Version, database, engine, free space; 503 when the service cannot work.
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
