// Generated from openapi.json by `npm run client`; not to be edited.

export type ClientOptions = {
    baseUrl: `${string}://openapi.json` | (string & {});
};

/**
 * BatchCreate
 */
export type BatchCreate = {
    /**
     * Title
     */
    title: string;
    /**
     * Fields
     */
    fields?: Array<FieldIn | string> | null;
    /**
     * Template Id
     */
    template_id?: number | null;
    /**
     * Engine
     */
    engine?: string | null;
    /**
     * Model
     */
    model?: string | null;
    options?: BatchOptions | null;
};

/**
 * BatchOptions
 *
 * How images become cards. ``pattern``: a regular expression whose groups ``card`` and ``side`` say
 * which card an image belongs to and which side it is. Unknown options are kept.
 */
export type BatchOptions = {
    pairing?: Pairing;
    /**
     * Pattern
     */
    pattern?: string | null;
    [key: string]: unknown;
};

/**
 * BatchPage
 */
export type BatchPage = {
    /**
     * Items
     */
    items: Array<BatchRead>;
    /**
     * Total
     */
    total: number;
};

/**
 * BatchPatch
 */
export type BatchPatch = {
    /**
     * Title
     */
    title?: string | null;
    /**
     * Fields
     */
    fields?: Array<FieldIn | string> | null;
    /**
     * Engine
     */
    engine?: string | null;
    /**
     * Model
     */
    model?: string | null;
    options?: BatchOptions | null;
};

/**
 * BatchRead
 */
export type BatchRead = {
    /**
     * Name
     */
    name: string;
    /**
     * Title
     */
    title: string;
    status: BatchStatus;
    /**
     * Reason
     */
    reason: string | null;
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
    /**
     * Fields
     */
    fields: Array<FieldIn>;
    /**
     * Options
     */
    options: {
        [key: string]: JsonValue;
    };
    /**
     * Total
     */
    total: number;
    /**
     * Pending
     */
    pending: number;
    /**
     * Done
     */
    done: number;
    /**
     * Failed
     */
    failed: number;
    /**
     * Reviewed
     */
    reviewed: number;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Updated At
     */
    updated_at: string;
    /**
     * Cover
     *
     * Addresses of up to three thumbnails
     */
    cover?: Array<string>;
};

/**
 * BatchStatus
 */
export type BatchStatus = 'draft' | 'running' | 'cancelling' | 'completed' | 'cancelled' | 'paused' | 'interrupted';

/**
 * Body_upload_images
 */
export type BodyUploadImages = {
    /**
     * Files
     */
    files: Array<Blob | File>;
};

/**
 * CardStatus
 */
export type CardStatus = 'pending' | 'done' | 'failed';

/**
 * EngineList
 */
export type EngineList = {
    /**
     * Items
     */
    items: Array<EngineRead>;
    /**
     * Default
     */
    default: string;
};

/**
 * EngineRead
 */
export type EngineRead = {
    /**
     * Name
     */
    name: string;
    /**
     * State
     */
    state: 'ready' | 'unavailable';
    /**
     * Models
     */
    models: Array<string>;
    /**
     * Needs
     *
     * What is missing, or empty
     */
    needs: string;
    /**
     * Leaves Machine
     *
     * Whether scans are sent to another machine
     */
    leaves_machine: boolean;
};

/**
 * EvidenceRead
 */
export type EvidenceRead = {
    /**
     * Image
     */
    image: number;
    /**
     * Box
     */
    box: [
        number,
        number,
        number,
        number
    ];
};

/**
 * FieldIn
 *
 * A named value wanted from every card.
 */
export type FieldIn = {
    /**
     * Name
     */
    name: string;
    type?: FieldType;
    /**
     * Description
     */
    description?: string;
    /**
     * Values
     */
    values?: Array<string>;
    /**
     * Synonyms
     */
    synonyms?: Array<string>;
    /**
     * Required
     */
    required?: boolean;
};

/**
 * FieldType
 */
export type FieldType = 'text' | 'year' | 'date' | 'number' | 'enum' | 'shelfmark';

/**
 * Health
 */
export type Health = {
    /**
     * Status
     */
    status: 'ok' | 'degraded';
    /**
     * Version
     */
    version: string;
    /**
     * Database
     */
    database: string;
    /**
     * Engine
     */
    engine: string;
    /**
     * Free Bytes
     */
    free_bytes: number;
};

export type JsonValue = unknown;

/**
 * Message
 */
export type Message = {
    /**
     * Message
     */
    message: string;
    /**
     * Batch Name
     */
    batch_name: string;
};

/**
 * Pairing
 *
 * How images become cards.
 */
export type Pairing = 'none' | 'suffix' | 'two_by_two' | 'pattern';

/**
 * Problem
 *
 * RFC 9457. ``code`` is stable; ``detail`` is a sentence for people.
 */
export type Problem = {
    /**
     * Type
     */
    type?: string;
    /**
     * Title
     */
    title: string;
    /**
     * Status
     */
    status: number;
    /**
     * Detail
     */
    detail: string;
    /**
     * Code
     */
    code: string;
    [key: string]: unknown;
};

/**
 * RecordPage
 */
export type RecordPage = {
    /**
     * Items
     */
    items: Array<RecordRead>;
    /**
     * Total
     */
    total: number;
};

/**
 * RecordRead
 *
 * Section 3 of the contract, plus ``version``. Keys of an adopted checkpoint are kept.
 */
export type RecordRead = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Images
     */
    images: Array<string>;
    /**
     * Batch
     */
    batch: string;
    /**
     * Success
     */
    success: boolean;
    status: CardStatus;
    /**
     * Data
     */
    data: {
        [key: string]: string | null;
    };
    /**
     * Extracted
     */
    extracted: {
        [key: string]: string | null;
    };
    /**
     * Confidence
     */
    confidence: {
        [key: string]: number;
    };
    /**
     * Evidence
     */
    evidence: {
        [key: string]: Array<EvidenceRead>;
    };
    /**
     * Sources
     */
    sources: {
        [key: string]: string;
    };
    /**
     * Review
     */
    review: {
        [key: string]: Verdict;
    };
    /**
     * Text
     */
    text: string;
    /**
     * Error
     */
    error: string | null;
    /**
     * Cause
     */
    cause: string | null;
    /**
     * Engine
     */
    engine: string | null;
    /**
     * Model
     */
    model: string | null;
    /**
     * Attempts
     */
    attempts: number;
    /**
     * Duration
     */
    duration: number | null;
    /**
     * Processed At
     */
    processed_at: string | null;
    /**
     * Version
     */
    version: number;
    [key: string]: unknown;
};

/**
 * RefusedImage
 */
export type RefusedImage = {
    /**
     * Original Name
     */
    original_name: string;
    /**
     * Code
     */
    code: string;
    /**
     * Reason
     */
    reason: string;
};

/**
 * StoredImage
 */
export type StoredImage = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Original Name
     */
    original_name: string;
    /**
     * Reason
     */
    reason: string;
    /**
     * Format
     */
    format: string;
    /**
     * Width
     */
    width: number;
    /**
     * Height
     */
    height: number;
    /**
     * Page
     */
    page?: number | null;
    /**
     * Blank
     */
    blank?: boolean;
};

/**
 * UploadReport
 */
export type UploadReport = {
    /**
     * Stored
     */
    stored: Array<StoredImage>;
    /**
     * Skipped
     */
    skipped: Array<RefusedImage>;
    /**
     * Rejected
     */
    rejected: Array<RefusedImage>;
};

/**
 * Verdict
 *
 * What a person said of one value.
 */
export type Verdict = 'accepted' | 'corrected' | 'rejected';

/**
 * FinishedCard
 */
export type FinishedCard = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Success
     */
    success: boolean;
    /**
     * Data
     */
    data: {
        [key: string]: string | null;
    } | null;
    /**
     * Error
     */
    error: string | null;
};

/**
 * FinishedEvent
 */
export type FinishedEvent = {
    /**
     * Batch
     */
    batch: string;
    /**
     * Seq
     */
    seq: number;
    status: BatchStatus;
    /**
     * Total
     */
    total: number;
    /**
     * Pending
     */
    pending: number;
    /**
     * Done
     */
    done: number;
    /**
     * Failed
     */
    failed: number;
    /**
     * Rate
     *
     * Cards a second over the last half minute; null when not running
     */
    rate: number | null;
    /**
     * Eta
     *
     * Seconds left; null when not known
     */
    eta: number | null;
    /**
     * Type
     */
    type?: 'finished';
    /**
     * Reason
     */
    reason?: string | null;
};

/**
 * ProgressEvent
 */
export type ProgressEvent = {
    /**
     * Batch
     */
    batch: string;
    /**
     * Seq
     */
    seq: number;
    status: BatchStatus;
    /**
     * Total
     */
    total: number;
    /**
     * Pending
     */
    pending: number;
    /**
     * Done
     */
    done: number;
    /**
     * Failed
     */
    failed: number;
    /**
     * Rate
     *
     * Cards a second over the last half minute; null when not running
     */
    rate: number | null;
    /**
     * Eta
     *
     * Seconds left; null when not known
     */
    eta: number | null;
    /**
     * Type
     */
    type?: 'progress';
    /**
     * Cards
     */
    cards: Array<FinishedCard>;
};

/**
 * SnapshotEvent
 */
export type SnapshotEvent = {
    /**
     * Batch
     */
    batch: string;
    /**
     * Seq
     */
    seq: number;
    status: BatchStatus;
    /**
     * Total
     */
    total: number;
    /**
     * Pending
     */
    pending: number;
    /**
     * Done
     */
    done: number;
    /**
     * Failed
     */
    failed: number;
    /**
     * Rate
     *
     * Cards a second over the last half minute; null when not running
     */
    rate: number | null;
    /**
     * Eta
     *
     * Seconds left; null when not known
     */
    eta: number | null;
    /**
     * Type
     */
    type?: 'snapshot';
};

export type BatchEvent = ({
    type: 'snapshot';
} & SnapshotEvent) | ({
    type: 'progress';
} & ProgressEvent) | ({
    type: 'finished';
} & FinishedEvent);

export type ListBatchesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Status
         */
        status?: BatchStatus | null;
        /**
         * Q
         */
        q?: string | null;
        /**
         * Offset
         */
        offset?: number;
        /**
         * Limit
         */
        limit?: number;
    };
    url: '/api/v1/batches';
};

export type ListBatchesErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type ListBatchesError = ListBatchesErrors[keyof ListBatchesErrors];

export type ListBatchesResponses = {
    /**
     * Successful Response
     */
    200: BatchPage;
};

export type ListBatchesResponse = ListBatchesResponses[keyof ListBatchesResponses];

export type CreateBatchData = {
    body: BatchCreate;
    path?: never;
    query?: never;
    url: '/api/v1/batches';
};

export type CreateBatchErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type CreateBatchError = CreateBatchErrors[keyof CreateBatchErrors];

export type CreateBatchResponses = {
    /**
     * Successful Response
     */
    201: BatchRead;
};

export type CreateBatchResponse = CreateBatchResponses[keyof CreateBatchResponses];

export type DeleteBatchData = {
    body?: never;
    path: {
        /**
         * Batch Name
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}';
};

export type DeleteBatchErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type DeleteBatchError = DeleteBatchErrors[keyof DeleteBatchErrors];

export type DeleteBatchResponses = {
    /**
     * Successful Response
     */
    204: void;
};

export type DeleteBatchResponse = DeleteBatchResponses[keyof DeleteBatchResponses];

export type GetBatchData = {
    body?: never;
    path: {
        /**
         * Batch Name
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}';
};

export type GetBatchErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type GetBatchError = GetBatchErrors[keyof GetBatchErrors];

export type GetBatchResponses = {
    /**
     * Successful Response
     */
    200: BatchRead;
};

export type GetBatchResponse = GetBatchResponses[keyof GetBatchResponses];

export type UpdateBatchData = {
    body: BatchPatch;
    path: {
        /**
         * Batch Name
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}';
};

export type UpdateBatchErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type UpdateBatchError = UpdateBatchErrors[keyof UpdateBatchErrors];

export type UpdateBatchResponses = {
    /**
     * Successful Response
     */
    200: BatchRead;
};

export type UpdateBatchResponse = UpdateBatchResponses[keyof UpdateBatchResponses];

export type UploadImagesData = {
    body: BodyUploadImages;
    path: {
        /**
         * Batch Name
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/images';
};

export type UploadImagesErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type UploadImagesError = UploadImagesErrors[keyof UploadImagesErrors];

export type UploadImagesResponses = {
    /**
     * Successful Response
     */
    200: UploadReport;
};

export type UploadImagesResponse = UploadImagesResponses[keyof UploadImagesResponses];

export type StartBatchData = {
    body?: never;
    path: {
        /**
         * Batch Name
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/start';
};

export type StartBatchErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type StartBatchError = StartBatchErrors[keyof StartBatchErrors];

export type StartBatchResponses = {
    /**
     * Successful Response
     */
    202: BatchRead;
};

export type StartBatchResponse = StartBatchResponses[keyof StartBatchResponses];

export type CancelBatchData = {
    body?: never;
    path: {
        /**
         * Batch Name
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/cancel';
};

export type CancelBatchErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type CancelBatchError = CancelBatchErrors[keyof CancelBatchErrors];

export type CancelBatchResponses = {
    /**
     * Successful Response
     */
    200: Message;
};

export type CancelBatchResponse = CancelBatchResponses[keyof CancelBatchResponses];

export type RetryBatchData = {
    body?: never;
    path: {
        /**
         * Batch Name
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/retry';
};

export type RetryBatchErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type RetryBatchError = RetryBatchErrors[keyof RetryBatchErrors];

export type RetryBatchResponses = {
    /**
     * Successful Response
     */
    202: BatchRead;
};

export type RetryBatchResponse = RetryBatchResponses[keyof RetryBatchResponses];

export type ListRecordsData = {
    body?: never;
    path: {
        /**
         * Batch Name
         */
        batch_name: string;
    };
    query?: {
        /**
         * Offset
         */
        offset?: number;
        /**
         * Limit
         */
        limit?: number;
    };
    url: '/api/v1/batches/{batch_name}/records';
};

export type ListRecordsErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type ListRecordsError = ListRecordsErrors[keyof ListRecordsErrors];

export type ListRecordsResponses = {
    /**
     * Successful Response
     */
    200: RecordPage;
};

export type ListRecordsResponse = ListRecordsResponses[keyof ListRecordsResponses];

export type ExportBatchData = {
    body?: never;
    path: {
        /**
         * Batch Name
         */
        batch_name: string;
    };
    query: {
        /**
         * Format
         */
        format: 'csv' | 'xlsx' | 'json';
    };
    url: '/api/v1/batches/{batch_name}/export';
};

export type ExportBatchErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type ExportBatchError = ExportBatchErrors[keyof ExportBatchErrors];

export type ExportBatchResponses = {
    /**
     * Successful Response
     */
    200: unknown;
};

export type ListEnginesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/engines';
};

export type ListEnginesErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type ListEnginesError = ListEnginesErrors[keyof ListEnginesErrors];

export type ListEnginesResponses = {
    /**
     * Successful Response
     */
    200: EngineList;
};

export type ListEnginesResponse = ListEnginesResponses[keyof ListEnginesResponses];

export type GetHealthData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/health';
};

export type GetHealthErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Unprocessable Entity
     */
    422: Problem;
};

export type GetHealthError = GetHealthErrors[keyof GetHealthErrors];

export type GetHealthResponses = {
    /**
     * Successful Response
     */
    200: Health;
};

export type GetHealthResponse = GetHealthResponses[keyof GetHealthResponses];
