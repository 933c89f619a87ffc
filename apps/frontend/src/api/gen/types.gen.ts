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
 * CardStatus
 */
export type CardStatus = 'pending' | 'done' | 'failed';

/**
 * CostRead
 *
 * Money in US$. ``waiting``: seconds until the provider lets the next call go.
 */
export type CostRead = {
    /**
     * Spent
     */
    spent: number | null;
    /**
     * Calls
     */
    calls: number;
    /**
     * Prompt Tokens
     */
    prompt_tokens: number;
    /**
     * Completion Tokens
     */
    completion_tokens: number;
    /**
     * Readings
     */
    readings: number;
    /**
     * Ceiling
     */
    ceiling: number | null;
    /**
     * Per Card
     */
    per_card: number | null;
    /**
     * Per Verified
     */
    per_verified: number | null;
    estimate: EstimateRead | null;
    /**
     * Waiting
     */
    waiting: number;
};

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
 * EstimateRead
 */
export type EstimateRead = {
    /**
     * Cards
     */
    cards: number;
    /**
     * Cost
     */
    cost: number | null;
    /**
     * Margin
     */
    margin: number | null;
    /**
     * Seconds
     */
    seconds: number;
    /**
     * Sample
     */
    sample: number;
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
 * HTTPValidationError
 */
export type HttpValidationError = {
    /**
     * Detail
     */
    detail?: Array<ValidationError>;
};

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

/**
 * ImagePage
 */
export type ImagePage = {
    /**
     * Items
     */
    items: Array<ImageRead>;
    /**
     * Total
     */
    total: number;
};

/**
 * ImageRead
 */
export type ImageRead = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Original Name
     */
    original_name: string;
    /**
     * Card
     */
    card: string;
    /**
     * Side
     */
    side: number;
    status: CardStatus;
    /**
     * Format
     */
    format: string;
    /**
     * Media Type
     */
    media_type: string;
    /**
     * Width
     */
    width: number;
    /**
     * Height
     */
    height: number;
    /**
     * Bytes
     */
    bytes: number;
    /**
     * Sha256
     */
    sha256: string;
    /**
     * Page
     */
    page: number | null;
    /**
     * Source Name
     */
    source_name: string | null;
    /**
     * Blank
     */
    blank: boolean;
    /**
     * Folder
     */
    folder: string;
    /**
     * Url
     */
    url: string;
    /**
     * View Url
     */
    view_url: string;
    /**
     * Thumbnail Url
     */
    thumbnail_url: string;
};

export type JsonValue = boolean | number | number | string | Array<JsonValue> | {
    [key: string]: JsonValue;
} | null;

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
 * ModelList
 */
export type ModelList = {
    /**
     * Items
     */
    items: Array<ModelRead>;
};

/**
 * ModelRead
 *
 * A model of a provider's list. Prices in US$ per million tokens.
 */
export type ModelRead = {
    /**
     * Id
     */
    id: string;
    /**
     * Allowed
     */
    allowed: boolean;
    /**
     * Images
     *
     * Whether the provider says that it takes images
     */
    images: boolean | null;
    /**
     * Prompt Price
     */
    prompt_price: number | null;
    /**
     * Completion Price
     */
    completion_price: number | null;
    probe: ProbeRead | null;
};

/**
 * Pairing
 *
 * How images become cards.
 */
export type Pairing = 'none' | 'suffix' | 'two_by_two' | 'pattern';

/**
 * ProbeRead
 *
 * What a model was found to be able to do.
 */
export type ProbeRead = {
    /**
     * Images
     */
    images: boolean;
    /**
     * Schema
     */
    schema: boolean;
    /**
     * Json
     */
    json: boolean;
    /**
     * Checked At
     */
    checked_at: string;
};

/**
 * ProbeWanted
 */
export type ProbeWanted = {
    /**
     * Model
     */
    model: string;
};

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
 * PromptRead
 */
export type PromptRead = {
    /**
     * Text
     */
    text: string;
    /**
     * Response Schema
     */
    response_schema: {
        [key: string]: JsonValue;
    };
    /**
     * Version
     *
     * Kept with each reading
     */
    version: string;
};

/**
 * PromptWanted
 *
 * ``template``: with ``{fields}`` at the place of the fields; empty for the built-in prompt.
 */
export type PromptWanted = {
    /**
     * Fields
     */
    fields: Array<FieldIn | string>;
    /**
     * Template
     */
    template?: string;
};

/**
 * ReadingRead
 */
export type ReadingRead = {
    /**
     * Id
     */
    id: number;
    /**
     * Attempt
     */
    attempt: number;
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
    /**
     * Success
     */
    success: boolean;
    /**
     * Error
     */
    error: string | null;
    /**
     * Cause
     */
    cause: string | null;
    /**
     * Duration
     */
    duration: number;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Values
     */
    values: {
        [key: string]: string | null;
    };
    /**
     * Current
     */
    current: boolean;
    /**
     * Calls
     */
    calls?: number | null;
    /**
     * Prompt Tokens
     */
    prompt_tokens?: number | null;
    /**
     * Completion Tokens
     */
    completion_tokens?: number | null;
    /**
     * Cost
     *
     * US$, where a price is known
     */
    cost?: number | null;
    /**
     * Prompt
     *
     * Version of the prompt
     */
    prompt?: string | null;
    /**
     * Flags
     */
    flags?: Array<string>;
};

/**
 * RecordDetail
 */
export type RecordDetail = {
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
    /**
     * Flags
     *
     * What to look at: incomplete, repeats, suspicious; left_machine: the scan was sent out
     */
    flags?: Array<string>;
    /**
     * Readings
     */
    readings: Array<ReadingRead>;
    /**
     * History
     */
    history: Array<ReviewRead>;
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
 * RecordPatch
 *
 * ``clear`` takes verdicts back; then the machine's value holds again.
 */
export type RecordPatch = {
    /**
     * Version
     */
    version: number;
    /**
     * Set
     */
    set?: {
        [key: string]: string | null;
    };
    /**
     * Accept
     */
    accept?: Array<string>;
    /**
     * Reject
     */
    reject?: Array<string>;
    /**
     * Clear
     */
    clear?: Array<string>;
    /**
     * Who
     */
    who?: string;
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
    /**
     * Flags
     *
     * What to look at: incomplete, repeats, suspicious; left_machine: the scan was sent out
     */
    flags?: Array<string>;
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
 * ReviewRead
 */
export type ReviewRead = {
    /**
     * Field
     */
    field: string;
    verdict: Verdict | null;
    /**
     * Value
     */
    value: string | null;
    /**
     * Previous
     */
    previous: string | null;
    /**
     * Machine
     */
    machine: string | null;
    /**
     * Version
     */
    version: number;
    /**
     * Who
     */
    who: string;
    /**
     * Created At
     */
    created_at: string;
};

/**
 * SampleWanted
 */
export type SampleWanted = {
    /**
     * Cards
     */
    cards?: number;
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
 * TemplatePage
 */
export type TemplatePage = {
    /**
     * Items
     */
    items: Array<TemplateRead>;
    /**
     * Total
     */
    total: number;
};

/**
 * TemplateRead
 */
export type TemplateRead = {
    /**
     * Id
     */
    id: number;
    /**
     * Name
     */
    name: string;
    /**
     * Fields
     */
    fields: Array<FieldIn>;
    /**
     * Engine
     */
    engine: string | null;
    /**
     * Model
     */
    model: string | null;
    /**
     * Options
     */
    options: {
        [key: string]: JsonValue;
    };
    /**
     * Version
     */
    version: number;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Updated At
     */
    updated_at: string;
};

/**
 * TemplateWrite
 */
export type TemplateWrite = {
    /**
     * Name
     */
    name: string;
    /**
     * Fields
     */
    fields: Array<FieldIn | string>;
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
 * ValidationError
 */
export type ValidationError = {
    /**
     * Location
     */
    loc: Array<string | number>;
    /**
     * Message
     */
    msg: string;
    /**
     * Error Type
     */
    type: string;
    /**
     * Input
     */
    input?: unknown;
    /**
     * Context
     */
    ctx?: {
        [key: string]: unknown;
    };
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
         *
         * The batch's name, as in its address
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
         *
         * The batch's name, as in its address
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

export type PatchBatchData = {
    body: BatchPatch;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}';
};

export type PatchBatchErrors = {
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

export type PatchBatchError = PatchBatchErrors[keyof PatchBatchErrors];

export type PatchBatchResponses = {
    /**
     * Successful Response
     */
    200: BatchRead;
};

export type PatchBatchResponse = PatchBatchResponses[keyof PatchBatchResponses];

export type StartBatchData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
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
         *
         * The batch's name, as in its address
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
         *
         * The batch's name, as in its address
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
    202: Message;
};

export type RetryBatchResponse = RetryBatchResponses[keyof RetryBatchResponses];

export type RetryImageData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Filename
         */
        filename: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/retry-image/{filename}';
};

export type RetryImageErrors = {
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

export type RetryImageError = RetryImageErrors[keyof RetryImageErrors];

export type RetryImageResponses = {
    /**
     * Successful Response
     */
    200: Message;
};

export type RetryImageResponse = RetryImageResponses[keyof RetryImageResponses];

export type GetBatchResultsData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/results';
};

export type GetBatchResultsErrors = {
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

export type GetBatchResultsError = GetBatchResultsErrors[keyof GetBatchResultsErrors];

export type GetBatchResultsResponses = {
    /**
     * Response 200 Get Batch Results
     *
     * One object per attempted card
     */
    200: Array<RecordRead>;
};

export type GetBatchResultsResponse = GetBatchResultsResponses[keyof GetBatchResultsResponses];

export type GetCostData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/cost';
};

export type GetCostErrors = {
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type GetCostError = GetCostErrors[keyof GetCostErrors];

export type GetCostResponses = {
    /**
     * Successful Response
     */
    200: CostRead;
};

export type GetCostResponse = GetCostResponses[keyof GetCostResponses];

export type ReadSampleData = {
    body: SampleWanted;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/sample';
};

export type ReadSampleErrors = {
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type ReadSampleError = ReadSampleErrors[keyof ReadSampleErrors];

export type ReadSampleResponses = {
    /**
     * Successful Response
     */
    202: BatchRead;
};

export type ReadSampleResponse = ReadSampleResponses[keyof ReadSampleResponses];

export type PreviewPromptData = {
    body: PromptWanted;
    path?: never;
    query?: never;
    url: '/api/v1/prompt';
};

export type PreviewPromptErrors = {
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type PreviewPromptError = PreviewPromptErrors[keyof PreviewPromptErrors];

export type PreviewPromptResponses = {
    /**
     * Successful Response
     */
    200: PromptRead;
};

export type PreviewPromptResponse = PreviewPromptResponses[keyof PreviewPromptResponses];

export type ListImagesData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
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
    url: '/api/v1/batches/{batch_name}/images';
};

export type ListImagesErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type ListImagesError = ListImagesErrors[keyof ListImagesErrors];

export type ListImagesResponses = {
    /**
     * Successful Response
     */
    200: ImagePage;
};

export type ListImagesResponse = ListImagesResponses[keyof ListImagesResponses];

export type UploadImagesData = {
    body: {
        files: Array<Blob | File>;
    };
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
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
     * Request Entity Too Large
     */
    413: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
    /**
     * Insufficient Storage
     */
    507: Problem;
};

export type UploadImagesError = UploadImagesErrors[keyof UploadImagesErrors];

export type UploadImagesResponses = {
    /**
     * Successful Response
     */
    200: UploadReport;
};

export type UploadImagesResponse = UploadImagesResponses[keyof UploadImagesResponses];

export type DeleteImageData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Filename
         */
        filename: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/images/{filename}';
};

export type DeleteImageErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type DeleteImageError = DeleteImageErrors[keyof DeleteImageErrors];

export type DeleteImageResponses = {
    /**
     * Successful Response
     */
    204: void;
};

export type DeleteImageResponse = DeleteImageResponses[keyof DeleteImageResponses];

export type ListRecordsData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
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
        /**
         * Sort
         *
         * card, confidence, processed_at, review, status, or a field's name
         */
        sort?: string;
        /**
         * Order
         */
        order?: 'asc' | 'desc';
        /**
         * Q
         *
         * Words that begin words of the card
         */
        q?: string | null;
        /**
         * Status
         */
        status?: CardStatus | null;
        /**
         * Review
         */
        review?: 'none' | 'partial' | 'complete' | null;
        /**
         * Field
         */
        field?: string | null;
        /**
         * Value
         *
         * Part of the field's value
         */
        value?: string | null;
        /**
         * Max Confidence
         */
        max_confidence?: number | null;
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
     * Validation Error
     */
    422: HttpValidationError;
};

export type ListRecordsError = ListRecordsErrors[keyof ListRecordsErrors];

export type ListRecordsResponses = {
    /**
     * Successful Response
     */
    200: RecordPage;
};

export type ListRecordsResponse = ListRecordsResponses[keyof ListRecordsResponses];

export type GetRecordData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Filename
         */
        filename: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/records/{filename}';
};

export type GetRecordErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type GetRecordError = GetRecordErrors[keyof GetRecordErrors];

export type GetRecordResponses = {
    /**
     * Successful Response
     */
    200: RecordDetail;
};

export type GetRecordResponse = GetRecordResponses[keyof GetRecordResponses];

export type PatchRecordData = {
    body: RecordPatch;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Filename
         */
        filename: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/records/{filename}';
};

export type PatchRecordErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type PatchRecordError = PatchRecordErrors[keyof PatchRecordErrors];

export type PatchRecordResponses = {
    /**
     * Successful Response
     */
    200: RecordRead;
};

export type PatchRecordResponse = PatchRecordResponses[keyof PatchRecordResponses];

export type ExportBatchData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query: {
        /**
         * Format
         */
        format: 'csv' | 'xlsx' | 'json';
        /**
         * Faithful
         *
         * CSV: values verbatim, not made safe for Excel
         */
        faithful?: boolean;
        /**
         * Separator
         */
        separator?: 'comma' | 'semicolon' | 'tab';
    };
    url: '/api/v1/batches/{batch_name}/export';
};

export type ExportBatchErrors = {
    /**
     * Not Found
     */
    404: Problem;
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

export type ListTemplatesData = {
    body?: never;
    path?: never;
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
    url: '/api/v1/templates';
};

export type ListTemplatesErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type ListTemplatesError = ListTemplatesErrors[keyof ListTemplatesErrors];

export type ListTemplatesResponses = {
    /**
     * Successful Response
     */
    200: TemplatePage;
};

export type ListTemplatesResponse = ListTemplatesResponses[keyof ListTemplatesResponses];

export type CreateTemplateData = {
    body: TemplateWrite;
    path?: never;
    query?: never;
    url: '/api/v1/templates';
};

export type CreateTemplateErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type CreateTemplateError = CreateTemplateErrors[keyof CreateTemplateErrors];

export type CreateTemplateResponses = {
    /**
     * Successful Response
     */
    201: TemplateRead;
};

export type CreateTemplateResponse = CreateTemplateResponses[keyof CreateTemplateResponses];

export type DeleteTemplateData = {
    body?: never;
    path: {
        /**
         * Template Id
         */
        template_id: number;
    };
    query?: never;
    url: '/api/v1/templates/{template_id}';
};

export type DeleteTemplateErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type DeleteTemplateError = DeleteTemplateErrors[keyof DeleteTemplateErrors];

export type DeleteTemplateResponses = {
    /**
     * Successful Response
     */
    204: void;
};

export type DeleteTemplateResponse = DeleteTemplateResponses[keyof DeleteTemplateResponses];

export type GetTemplateData = {
    body?: never;
    path: {
        /**
         * Template Id
         */
        template_id: number;
    };
    query?: never;
    url: '/api/v1/templates/{template_id}';
};

export type GetTemplateErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type GetTemplateError = GetTemplateErrors[keyof GetTemplateErrors];

export type GetTemplateResponses = {
    /**
     * Successful Response
     */
    200: TemplateRead;
};

export type GetTemplateResponse = GetTemplateResponses[keyof GetTemplateResponses];

export type ReplaceTemplateData = {
    body: TemplateWrite;
    path: {
        /**
         * Template Id
         */
        template_id: number;
    };
    query?: never;
    url: '/api/v1/templates/{template_id}';
};

export type ReplaceTemplateErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Conflict
     */
    409: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type ReplaceTemplateError = ReplaceTemplateErrors[keyof ReplaceTemplateErrors];

export type ReplaceTemplateResponses = {
    /**
     * Successful Response
     */
    200: TemplateRead;
};

export type ReplaceTemplateResponse = ReplaceTemplateResponses[keyof ReplaceTemplateResponses];

export type ListEnginesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/engines';
};

export type ListEnginesResponses = {
    /**
     * Successful Response
     */
    200: EngineList;
};

export type ListEnginesResponse = ListEnginesResponses[keyof ListEnginesResponses];

export type ListModelsData = {
    body?: never;
    path: {
        /**
         * Engine Name
         */
        engine_name: string;
    };
    query?: never;
    url: '/api/v1/engines/{engine_name}/models';
};

export type ListModelsErrors = {
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type ListModelsError = ListModelsErrors[keyof ListModelsErrors];

export type ListModelsResponses = {
    /**
     * Successful Response
     */
    200: ModelList;
};

export type ListModelsResponse = ListModelsResponses[keyof ListModelsResponses];

export type ProbeModelData = {
    body: ProbeWanted;
    path: {
        /**
         * Engine Name
         */
        engine_name: string;
    };
    query?: never;
    url: '/api/v1/engines/{engine_name}/probe';
};

export type ProbeModelErrors = {
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type ProbeModelError = ProbeModelErrors[keyof ProbeModelErrors];

export type ProbeModelResponses = {
    /**
     * Successful Response
     */
    200: ProbeRead;
};

export type ProbeModelResponse = ProbeModelResponses[keyof ProbeModelResponses];

export type GetHealthData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/health';
};

export type GetHealthErrors = {
    /**
     * Service Unavailable
     */
    503: Health;
};

export type GetHealthError = GetHealthErrors[keyof GetHealthErrors];

export type GetHealthResponses = {
    /**
     * Successful Response
     */
    200: Health;
};

export type GetHealthResponse = GetHealthResponses[keyof GetHealthResponses];
