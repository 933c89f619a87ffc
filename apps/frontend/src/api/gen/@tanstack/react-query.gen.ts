// Generated from openapi.json by `npm run client`; not to be edited.

import { type DefaultError, type InfiniteData, infiniteQueryOptions, queryOptions, type UseMutationOptions } from '@tanstack/react-query';

import { client } from '../client.gen';
import { abandonPass, acceptByRule, answerAudit, beginComparison, beginJudgement, beginRefielding, cancelBatch, cardsToVerify, changeRecords, compareEvaluations, compareReaders, createBatch, createSample, createTemplate, deleteBatch, deleteImage, deleteTemplate, drawAudit, evaluateBatch, exportBatch, getAudit, getBatch, getBatchResults, getCertainty, getComparison, getCost, getEvaluation, getHealth, getLearning, getRecord, getRecordPages, getTemplate, listAcceptances, listAudits, listBatches, listCards, listComparisons, listEngines, listEvaluations, listFailures, listImages, listModels, listQueue, listReaders, listRecords, listRefieldings, listTemplates, type Options, patchBatch, patchRecord, planComparison, previewJudgement, previewPrompt, previewRefielding, probeModel, readBeside, readSample, removeCards, replaceTemplate, retryBatch, retryImage, startBatch, supposePairs, switchNormalisers, takeBackRefielding, trainNow, tryCards, undoAcceptance, undoBulk, uploadImages } from '../sdk.gen';
import type { AbandonPassData, AbandonPassError, AbandonPassResponse, AcceptByRuleData, AcceptByRuleError, AcceptByRuleResponse, AnswerAuditData, AnswerAuditError, AnswerAuditResponse, BeginComparisonData, BeginComparisonError, BeginComparisonResponse, BeginJudgementData, BeginJudgementError, BeginJudgementResponse, BeginRefieldingData, BeginRefieldingError, BeginRefieldingResponse, CancelBatchData, CancelBatchError, CancelBatchResponse, CardsToVerifyData, CardsToVerifyError, CardsToVerifyResponse, ChangeRecordsData, ChangeRecordsError, ChangeRecordsResponse, CompareEvaluationsData, CompareEvaluationsError, CompareEvaluationsResponse, CompareReadersData, CompareReadersError, CompareReadersResponse, CreateBatchData, CreateBatchError, CreateBatchResponse, CreateSampleData, CreateSampleError, CreateSampleResponse, CreateTemplateData, CreateTemplateError, CreateTemplateResponse, DeleteBatchData, DeleteBatchError, DeleteBatchResponse, DeleteImageData, DeleteImageError, DeleteImageResponse, DeleteTemplateData, DeleteTemplateError, DeleteTemplateResponse, DrawAuditData, DrawAuditError, DrawAuditResponse, EvaluateBatchData, EvaluateBatchError, EvaluateBatchResponse, ExportBatchData, ExportBatchError, GetAuditData, GetAuditError, GetAuditResponse, GetBatchData, GetBatchError, GetBatchResponse, GetBatchResultsData, GetBatchResultsError, GetBatchResultsResponse, GetCertaintyData, GetCertaintyError, GetCertaintyResponse, GetComparisonData, GetComparisonError, GetComparisonResponse, GetCostData, GetCostError, GetCostResponse, GetEvaluationData, GetEvaluationError, GetEvaluationResponse, GetHealthData, GetHealthError, GetHealthResponse, GetLearningData, GetLearningError, GetLearningResponse, GetRecordData, GetRecordError, GetRecordPagesData, GetRecordPagesError, GetRecordPagesResponse, GetRecordResponse, GetTemplateData, GetTemplateError, GetTemplateResponse, ListAcceptancesData, ListAcceptancesError, ListAcceptancesResponse, ListAuditsData, ListAuditsError, ListAuditsResponse, ListBatchesData, ListBatchesError, ListBatchesResponse, ListCardsData, ListCardsError, ListCardsResponse, ListComparisonsData, ListComparisonsError, ListComparisonsResponse, ListEnginesData, ListEnginesResponse, ListEvaluationsData, ListEvaluationsError, ListEvaluationsResponse, ListFailuresData, ListFailuresError, ListFailuresResponse, ListImagesData, ListImagesError, ListImagesResponse, ListModelsData, ListModelsError, ListModelsResponse, ListQueueData, ListQueueError, ListQueueResponse, ListReadersData, ListReadersError, ListReadersResponse, ListRecordsData, ListRecordsError, ListRecordsResponse, ListRefieldingsData, ListRefieldingsError, ListRefieldingsResponse, ListTemplatesData, ListTemplatesError, ListTemplatesResponse, PatchBatchData, PatchBatchError, PatchBatchResponse, PatchRecordData, PatchRecordError, PatchRecordResponse, PlanComparisonData, PlanComparisonError, PlanComparisonResponse, PreviewJudgementData, PreviewJudgementError, PreviewJudgementResponse, PreviewPromptData, PreviewPromptError, PreviewPromptResponse, PreviewRefieldingData, PreviewRefieldingError, PreviewRefieldingResponse, ProbeModelData, ProbeModelError, ProbeModelResponse, ReadBesideData, ReadBesideError, ReadBesideResponse, ReadSampleData, ReadSampleError, ReadSampleResponse, RemoveCardsData, RemoveCardsError, RemoveCardsResponse, ReplaceTemplateData, ReplaceTemplateError, ReplaceTemplateResponse, RetryBatchData, RetryBatchError, RetryBatchResponse, RetryImageData, RetryImageError, RetryImageResponse, StartBatchData, StartBatchError, StartBatchResponse, SupposePairsData, SupposePairsError, SupposePairsResponse, SwitchNormalisersData, SwitchNormalisersError, SwitchNormalisersResponse, TakeBackRefieldingData, TakeBackRefieldingError, TakeBackRefieldingResponse, TrainNowData, TrainNowError, TrainNowResponse, TryCardsData, TryCardsError, TryCardsResponse, UndoAcceptanceData, UndoAcceptanceError, UndoAcceptanceResponse, UndoBulkData, UndoBulkError, UndoBulkResponse, UploadImagesData, UploadImagesError, UploadImagesResponse } from '../types.gen';

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
 * Create Sample
 *
 * A draft of one of the sample drawers, with its fields and scans.
 */
export const createSampleMutation = (options?: Partial<Options<CreateSampleData>>): UseMutationOptions<CreateSampleResponse, CreateSampleError, Options<CreateSampleData>> => {
    const mutationOptions: UseMutationOptions<CreateSampleResponse, CreateSampleError, Options<CreateSampleData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await createSample({
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
 * Read what is pending; resume what was interrupted. With ``anew`` every card, after its fields changed.
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
 * Read all failed cards again, or those of one cause.
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

export const listReadersQueryKey = (options: Options<ListReadersData>) => createQueryKey('listReaders', options);

/**
 * List Readers
 *
 * Who has read cards of this batch, and what readers beside the first could not read, by cause.
 */
export const listReadersOptions = (options: Options<ListReadersData>) => queryOptions<ListReadersResponse, ListReadersError, ListReadersResponse, ReturnType<typeof listReadersQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listReaders({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listReadersQueryKey(options)
});

/**
 * Read Beside
 *
 * Another reader reads cards beside the first: its readings are kept, records stay as they are.
 */
export const readBesideMutation = (options?: Partial<Options<ReadBesideData>>): UseMutationOptions<ReadBesideResponse, ReadBesideError, Options<ReadBesideData>> => {
    const mutationOptions: UseMutationOptions<ReadBesideResponse, ReadBesideError, Options<ReadBesideData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await readBeside({
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
 * Abandon Pass
 *
 * A reader that was stopped beside the first reads no more; its readings stay, and the batch is what it was.
 */
export const abandonPassMutation = (options?: Partial<Options<AbandonPassData>>): UseMutationOptions<AbandonPassResponse, AbandonPassError, Options<AbandonPassData>> => {
    const mutationOptions: UseMutationOptions<AbandonPassResponse, AbandonPassError, Options<AbandonPassData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await abandonPass({
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
 * One page of records. With ``field`` and an empty ``value``: records where it is blank; with ``field`` and
 * ``max_confidence``: records where this field is less certain and not judged.
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
 * One page of records. With ``field`` and an empty ``value``: records where it is blank; with ``field`` and
 * ``max_confidence``: records where this field is less certain and not judged.
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

/**
 * Change Records
 *
 * Set or accept values of many records in one transaction; what somebody changed since is left out.
 */
export const changeRecordsMutation = (options?: Partial<Options<ChangeRecordsData>>): UseMutationOptions<ChangeRecordsResponse, ChangeRecordsError, Options<ChangeRecordsData>> => {
    const mutationOptions: UseMutationOptions<ChangeRecordsResponse, ChangeRecordsError, Options<ChangeRecordsData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await changeRecords({
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
 * Undo Bulk
 *
 * Take back a change of many records, but for what changed since. Undone in its turn, that is a redo.
 */
export const undoBulkMutation = (options?: Partial<Options<UndoBulkData>>): UseMutationOptions<UndoBulkResponse, UndoBulkError, Options<UndoBulkData>> => {
    const mutationOptions: UseMutationOptions<UndoBulkResponse, UndoBulkError, Options<UndoBulkData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await undoBulk({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

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

export const getRecordPagesQueryKey = (options: Options<GetRecordPagesData>) => createQueryKey('getRecordPages', options);

/**
 * Get Record Pages
 *
 * The card's images, front first, with the lines and words recognised on them.
 */
export const getRecordPagesOptions = (options: Options<GetRecordPagesData>) => queryOptions<GetRecordPagesResponse, GetRecordPagesError, GetRecordPagesResponse, ReturnType<typeof getRecordPagesQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getRecordPages({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getRecordPagesQueryKey(options)
});

export const getLearningQueryKey = (options: Options<GetLearningData>) => createQueryKey('getLearning', options);

/**
 * Get Learning
 *
 * How much the reader has learned of this drawer, and its learning curve.
 */
export const getLearningOptions = (options: Options<GetLearningData>) => queryOptions<GetLearningResponse, GetLearningError, GetLearningResponse, ReturnType<typeof getLearningQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getLearning({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getLearningQueryKey(options)
});

/**
 * Train Now
 *
 * Train without waiting for more cards; 422 when too few are verified.
 */
export const trainNowMutation = (options?: Partial<Options<TrainNowData>>): UseMutationOptions<TrainNowResponse, TrainNowError, Options<TrainNowData>> => {
    const mutationOptions: UseMutationOptions<TrainNowResponse, TrainNowError, Options<TrainNowData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await trainNow({
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
 * Switch Normalisers
 *
 * Say which learned spellings are not used, by their keys; all others are.
 */
export const switchNormalisersMutation = (options?: Partial<Options<SwitchNormalisersData>>): UseMutationOptions<SwitchNormalisersResponse, SwitchNormalisersError, Options<SwitchNormalisersData>> => {
    const mutationOptions: UseMutationOptions<SwitchNormalisersResponse, SwitchNormalisersError, Options<SwitchNormalisersData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await switchNormalisers({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const cardsToVerifyQueryKey = (options: Options<CardsToVerifyData>) => createQueryKey('cardsToVerify', options);

/**
 * Cards To Verify
 *
 * Cards to verify next so that most is learned: spread over the drawer.
 */
export const cardsToVerifyOptions = (options: Options<CardsToVerifyData>) => queryOptions<CardsToVerifyResponse, CardsToVerifyError, CardsToVerifyResponse, ReturnType<typeof cardsToVerifyQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await cardsToVerify({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: cardsToVerifyQueryKey(options)
});

/**
 * Preview Refielding
 *
 * What fielding the stored words again would change; nothing is stored.
 */
export const previewRefieldingMutation = (options?: Partial<Options<PreviewRefieldingData>>): UseMutationOptions<PreviewRefieldingResponse, PreviewRefieldingError, Options<PreviewRefieldingData>> => {
    const mutationOptions: UseMutationOptions<PreviewRefieldingResponse, PreviewRefieldingError, Options<PreviewRefieldingData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await previewRefielding({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listRefieldingsQueryKey = (options: Options<ListRefieldingsData>) => createQueryKey('listRefieldings', options);

/**
 * List Refieldings
 */
export const listRefieldingsOptions = (options: Options<ListRefieldingsData>) => queryOptions<ListRefieldingsResponse, ListRefieldingsError, ListRefieldingsResponse, ReturnType<typeof listRefieldingsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listRefieldings({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listRefieldingsQueryKey(options)
});

/**
 * Begin Refielding
 *
 * Field all cards again that are not fully reviewed, without reading them; people's values stay.
 */
export const beginRefieldingMutation = (options?: Partial<Options<BeginRefieldingData>>): UseMutationOptions<BeginRefieldingResponse, BeginRefieldingError, Options<BeginRefieldingData>> => {
    const mutationOptions: UseMutationOptions<BeginRefieldingResponse, BeginRefieldingError, Options<BeginRefieldingData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await beginRefielding({
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
 * Take Back Refielding
 *
 * Show what was there before.
 */
export const takeBackRefieldingMutation = (options?: Partial<Options<TakeBackRefieldingData>>): UseMutationOptions<TakeBackRefieldingResponse, TakeBackRefieldingError, Options<TakeBackRefieldingData>> => {
    const mutationOptions: UseMutationOptions<TakeBackRefieldingResponse, TakeBackRefieldingError, Options<TakeBackRefieldingData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await takeBackRefielding({
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
 * Compare Readers
 *
 * What each reader, their vote and the referee reach on the verified cards; takes seconds, stores nothing.
 */
export const compareReadersMutation = (options?: Partial<Options<CompareReadersData>>): UseMutationOptions<CompareReadersResponse, CompareReadersError, Options<CompareReadersData>> => {
    const mutationOptions: UseMutationOptions<CompareReadersResponse, CompareReadersError, Options<CompareReadersData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await compareReaders({
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
 * Preview Judgement
 *
 * What the referee would change; nothing is stored. 409 `one_reader` when only one has read the batch.
 */
export const previewJudgementMutation = (options?: Partial<Options<PreviewJudgementData>>): UseMutationOptions<PreviewJudgementResponse, PreviewJudgementError, Options<PreviewJudgementData>> => {
    const mutationOptions: UseMutationOptions<PreviewJudgementResponse, PreviewJudgementError, Options<PreviewJudgementData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await previewJudgement({
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
 * Begin Judgement
 *
 * Let the referee judge all cards that are not fully reviewed; listed and taken back like other refieldings.
 */
export const beginJudgementMutation = (options?: Partial<Options<BeginJudgementData>>): UseMutationOptions<BeginJudgementResponse, BeginJudgementError, Options<BeginJudgementData>> => {
    const mutationOptions: UseMutationOptions<BeginJudgementResponse, BeginJudgementError, Options<BeginJudgementData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await beginJudgement({
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
 * Plan Comparison
 *
 * Which cards would be measured on, and which of them a reader has yet to read; nothing is begun.
 */
export const planComparisonMutation = (options?: Partial<Options<PlanComparisonData>>): UseMutationOptions<PlanComparisonResponse, PlanComparisonError, Options<PlanComparisonData>> => {
    const mutationOptions: UseMutationOptions<PlanComparisonResponse, PlanComparisonError, Options<PlanComparisonData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await planComparison({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listComparisonsQueryKey = (options: Options<ListComparisonsData>) => createQueryKey('listComparisons', options);

/**
 * List Comparisons
 *
 * The newest first; 20 of a batch are kept.
 */
export const listComparisonsOptions = (options: Options<ListComparisonsData>) => queryOptions<ListComparisonsResponse, ListComparisonsError, ListComparisonsResponse, ReturnType<typeof listComparisonsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listComparisons({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listComparisonsQueryKey(options)
});

/**
 * Begin Comparison
 *
 * Measure each reader, their votes and their referees on the cards that all of them have read.
 */
export const beginComparisonMutation = (options?: Partial<Options<BeginComparisonData>>): UseMutationOptions<BeginComparisonResponse, BeginComparisonError, Options<BeginComparisonData>> => {
    const mutationOptions: UseMutationOptions<BeginComparisonResponse, BeginComparisonError, Options<BeginComparisonData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await beginComparison({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getComparisonQueryKey = (options: Options<GetComparisonData>) => createQueryKey('getComparison', options);

/**
 * Get Comparison
 *
 * What was measured so far, each mix with its paired difference to another.
 */
export const getComparisonOptions = (options: Options<GetComparisonData>) => queryOptions<GetComparisonResponse, GetComparisonError, GetComparisonResponse, ReturnType<typeof getComparisonQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getComparison({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getComparisonQueryKey(options)
});

export const getCertaintyQueryKey = (options: Options<GetCertaintyData>) => createQueryKey('getCertainty', options);

/**
 * Get Certainty
 *
 * Reliability and what could be accepted, measured on this drawer's verified cards.
 */
export const getCertaintyOptions = (options: Options<GetCertaintyData>) => queryOptions<GetCertaintyResponse, GetCertaintyError, GetCertaintyResponse, ReturnType<typeof getCertaintyQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getCertainty({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getCertaintyQueryKey(options)
});

export const listAcceptancesQueryKey = (options: Options<ListAcceptancesData>) => createQueryKey('listAcceptances', options);

/**
 * List Acceptances
 */
export const listAcceptancesOptions = (options: Options<ListAcceptancesData>) => queryOptions<ListAcceptancesResponse, ListAcceptancesError, ListAcceptancesResponse, ReturnType<typeof listAcceptancesQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listAcceptances({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listAcceptancesQueryKey(options)
});

/**
 * Accept By Rule
 *
 * Accept every open value from a certainty upwards, in one step.
 */
export const acceptByRuleMutation = (options?: Partial<Options<AcceptByRuleData>>): UseMutationOptions<AcceptByRuleResponse, AcceptByRuleError, Options<AcceptByRuleData>> => {
    const mutationOptions: UseMutationOptions<AcceptByRuleResponse, AcceptByRuleError, Options<AcceptByRuleData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await acceptByRule({
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
 * Undo Acceptance
 *
 * Take back what a rule accepted, but for values on which a person has spoken since.
 */
export const undoAcceptanceMutation = (options?: Partial<Options<UndoAcceptanceData>>): UseMutationOptions<UndoAcceptanceResponse, UndoAcceptanceError, Options<UndoAcceptanceData>> => {
    const mutationOptions: UseMutationOptions<UndoAcceptanceResponse, UndoAcceptanceError, Options<UndoAcceptanceData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await undoAcceptance({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listAuditsQueryKey = (options: Options<ListAuditsData>) => createQueryKey('listAudits', options);

/**
 * List Audits
 *
 * All audits, the newest first, without their answers.
 */
export const listAuditsOptions = (options: Options<ListAuditsData>) => queryOptions<ListAuditsResponse, ListAuditsError, ListAuditsResponse, ReturnType<typeof listAuditsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listAudits({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listAuditsQueryKey(options)
});

/**
 * Draw Audit
 *
 * Draw a random sample of values that no person has looked at.
 */
export const drawAuditMutation = (options?: Partial<Options<DrawAuditData>>): UseMutationOptions<DrawAuditResponse, DrawAuditError, Options<DrawAuditData>> => {
    const mutationOptions: UseMutationOptions<DrawAuditResponse, DrawAuditError, Options<DrawAuditData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await drawAudit({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getAuditQueryKey = (options: Options<GetAuditData>) => createQueryKey('getAudit', options);

/**
 * Get Audit
 *
 * How an audit stands, and the next value to check, blind.
 */
export const getAuditOptions = (options: Options<GetAuditData>) => queryOptions<GetAuditResponse, GetAuditError, GetAuditResponse, ReturnType<typeof getAuditQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getAudit({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getAuditQueryKey(options)
});

/**
 * Answer Audit
 *
 * What a person reads there; it becomes a verified value too.
 */
export const answerAuditMutation = (options?: Partial<Options<AnswerAuditData>>): UseMutationOptions<AnswerAuditResponse, AnswerAuditError, Options<AnswerAuditData>> => {
    const mutationOptions: UseMutationOptions<AnswerAuditResponse, AnswerAuditError, Options<AnswerAuditData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await answerAudit({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listEvaluationsQueryKey = (options: Options<ListEvaluationsData>) => createQueryKey('listEvaluations', options);

/**
 * List Evaluations
 */
export const listEvaluationsOptions = (options: Options<ListEvaluationsData>) => queryOptions<ListEvaluationsResponse, ListEvaluationsError, ListEvaluationsResponse, ReturnType<typeof listEvaluationsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listEvaluations({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listEvaluationsQueryKey(options)
});

/**
 * Evaluate Batch
 *
 * Score the records against a truth, or what was read against what people verified.
 */
export const evaluateBatchMutation = (options?: Partial<Options<EvaluateBatchData>>): UseMutationOptions<EvaluateBatchResponse, EvaluateBatchError, Options<EvaluateBatchData>> => {
    const mutationOptions: UseMutationOptions<EvaluateBatchResponse, EvaluateBatchError, Options<EvaluateBatchData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await evaluateBatch({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getEvaluationQueryKey = (options: Options<GetEvaluationData>) => createQueryKey('getEvaluation', options);

/**
 * Get Evaluation
 */
export const getEvaluationOptions = (options: Options<GetEvaluationData>) => queryOptions<GetEvaluationResponse, GetEvaluationError, GetEvaluationResponse, ReturnType<typeof getEvaluationQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getEvaluation({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getEvaluationQueryKey(options)
});

export const compareEvaluationsQueryKey = (options: Options<CompareEvaluationsData>) => createQueryKey('compareEvaluations', options);

/**
 * Compare Evaluations
 *
 * ``other`` less this one, with a 95 % interval, and whether the difference is noise.
 */
export const compareEvaluationsOptions = (options: Options<CompareEvaluationsData>) => queryOptions<CompareEvaluationsResponse, CompareEvaluationsError, CompareEvaluationsResponse, ReturnType<typeof compareEvaluationsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await compareEvaluations({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: compareEvaluationsQueryKey(options)
});

export const exportBatchQueryKey = (options: Options<ExportBatchData>) => createQueryKey('exportBatch', options);

/**
 * Export Batch
 *
 * Stream a file, from one consistent read. The filters are those of the table; without one: all records.
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
 * Ask a model with a small picture what it can do (a few small calls), and keep the result.
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

/**
 * Try Cards
 *
 * Read the first, a middle and the last card (or the chosen ones) with this set-up, and store nothing.
 */
export const tryCardsMutation = (options?: Partial<Options<TryCardsData>>): UseMutationOptions<TryCardsResponse, TryCardsError, Options<TryCardsData>> => {
    const mutationOptions: UseMutationOptions<TryCardsResponse, TryCardsError, Options<TryCardsData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await tryCards({
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
 * Suppose Pairs
 *
 * How the unread images would become cards with these options.
 */
export const supposePairsMutation = (options?: Partial<Options<SupposePairsData>>): UseMutationOptions<SupposePairsResponse, SupposePairsError, Options<SupposePairsData>> => {
    const mutationOptions: UseMutationOptions<SupposePairsResponse, SupposePairsError, Options<SupposePairsData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await supposePairs({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listCardsQueryKey = (options: Options<ListCardsData>) => createQueryKey('listCards', options);

/**
 * List Cards
 *
 * Cards in card order, each with its images, front first.
 */
export const listCardsOptions = (options: Options<ListCardsData>) => queryOptions<ListCardsResponse, ListCardsError, ListCardsResponse, ReturnType<typeof listCardsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listCards({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listCardsQueryKey(options)
});

export const listCardsInfiniteQueryKey = (options: Options<ListCardsData>): QueryKey<Options<ListCardsData>> => createQueryKey('listCards', options, true);

/**
 * List Cards
 *
 * Cards in card order, each with its images, front first.
 */
export const listCardsInfiniteOptions = (options: Options<ListCardsData>) => infiniteQueryOptions<ListCardsResponse, ListCardsError, InfiniteData<ListCardsResponse>, QueryKey<Options<ListCardsData>>, number | Pick<QueryKey<Options<ListCardsData>>[0], 'body' | 'headers' | 'path' | 'query'>>(
// @ts-ignore
{
    queryFn: async ({ pageParam, queryKey, signal }) => {
        // @ts-ignore
        const page: Pick<QueryKey<Options<ListCardsData>>[0], 'body' | 'headers' | 'path' | 'query'> = typeof pageParam === 'object' ? pageParam : {
            query: {
                offset: pageParam
            }
        };
        const params = createInfiniteParams(queryKey, page);
        const { data } = await listCards({
            ...options,
            ...params,
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listCardsInfiniteQueryKey(options)
});

/**
 * Remove Cards
 *
 * Remove up to 1,000 cards with all their images, readings and reviews. What is gone already is no error.
 */
export const removeCardsMutation = (options?: Partial<Options<RemoveCardsData>>): UseMutationOptions<RemoveCardsResponse, RemoveCardsError, Options<RemoveCardsData>> => {
    const mutationOptions: UseMutationOptions<RemoveCardsResponse, RemoveCardsError, Options<RemoveCardsData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await removeCards({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listFailuresQueryKey = (options: Options<ListFailuresData>) => createQueryKey('listFailures', options);

/**
 * List Failures
 *
 * Failed cards by cause, the most frequent first.
 */
export const listFailuresOptions = (options: Options<ListFailuresData>) => queryOptions<ListFailuresResponse, ListFailuresError, ListFailuresResponse, ReturnType<typeof listFailuresQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listFailures({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listFailuresQueryKey(options)
});

export const listQueueQueryKey = (options: Options<ListQueueData>) => createQueryKey('listQueue', options);

/**
 * List Queue
 *
 * A piece of the queue: least certain first or in card order; open, failed, flagged or all cards.
 */
export const listQueueOptions = (options: Options<ListQueueData>) => queryOptions<ListQueueResponse, ListQueueError, ListQueueResponse, ReturnType<typeof listQueueQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listQueue({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listQueueQueryKey(options)
});

export const listQueueInfiniteQueryKey = (options: Options<ListQueueData>): QueryKey<Options<ListQueueData>> => createQueryKey('listQueue', options, true);

/**
 * List Queue
 *
 * A piece of the queue: least certain first or in card order; open, failed, flagged or all cards.
 */
export const listQueueInfiniteOptions = (options: Options<ListQueueData>) => infiniteQueryOptions<ListQueueResponse, ListQueueError, InfiniteData<ListQueueResponse>, QueryKey<Options<ListQueueData>>, string | null | Pick<QueryKey<Options<ListQueueData>>[0], 'body' | 'headers' | 'path' | 'query'>>(
// @ts-ignore
{
    queryFn: async ({ pageParam, queryKey, signal }) => {
        // @ts-ignore
        const page: Pick<QueryKey<Options<ListQueueData>>[0], 'body' | 'headers' | 'path' | 'query'> = typeof pageParam === 'object' ? pageParam : {
            query: {
                start: pageParam
            }
        };
        const params = createInfiniteParams(queryKey, page);
        const { data } = await listQueue({
            ...options,
            ...params,
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listQueueInfiniteQueryKey(options)
});
