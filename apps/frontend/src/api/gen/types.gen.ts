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
    /**
     * Template Id
     *
     * Which template the fields came from; it changes nothing else
     */
    template_id?: number | null;
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
     * Template Id
     */
    template_id?: number | null;
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
 * BulkChange
 *
 * One change of many records: of ``cards`` (file name and the version that was seen), or of all that match
 * ``filter`` and have not changed since ``revision``, except those ``seen`` in that version, and not ``without``.
 */
export type BulkChange = {
    /**
     * Cards
     */
    cards?: {
        [key: string]: number;
    } | null;
    filter?: RecordFilter | null;
    /**
     * Revision
     */
    revision?: number | null;
    /**
     * Seen
     */
    seen?: {
        [key: string]: number;
    };
    /**
     * Without
     */
    without?: Array<string>;
    /**
     * Set
     */
    set?: {
        [key: string]: string | null;
    };
    /**
     * Accept
     *
     * Fields, or all; a field that has a verdict keeps it
     */
    accept?: 'all' | Array<string>;
    /**
     * Who
     */
    who?: string;
};

/**
 * BulkReport
 */
export type BulkReport = {
    /**
     * Id
     *
     * Undoes the change; none where nothing changed
     */
    id: string | null;
    /**
     * Changed
     */
    changed: number;
    /**
     * Unchanged
     *
     * Records that were so already
     */
    unchanged: number;
    /**
     * Left Out
     *
     * At most 200 of them
     */
    left_out: Array<LeftOut>;
    /**
     * Left Out Total
     */
    left_out_total: number;
    /**
     * Revision
     */
    revision: number;
};

/**
 * BulkUndo
 */
export type BulkUndo = {
    /**
     * Who
     */
    who?: string;
};

/**
 * CardPage
 */
export type CardPage = {
    /**
     * Items
     */
    items: Array<CardRead>;
    /**
     * Total
     */
    total: number;
};

/**
 * CardPageRead
 *
 * One image of a card with what was recognised on it; boxes are fractions of the upright image.
 */
export type CardPageRead = {
    /**
     * Image
     *
     * Its place within the card: the front is 0, as in evidence
     */
    image: number;
    /**
     * Filename
     */
    filename: string;
    /**
     * View Url
     */
    view_url: string;
    /**
     * Thumbnail Url
     */
    thumbnail_url: string;
    /**
     * Width
     */
    width: number;
    /**
     * Height
     */
    height: number;
    /**
     * Blank
     */
    blank: boolean;
    /**
     * Lines
     */
    lines: Array<LineRead>;
};

/**
 * CardPages
 */
export type CardPages = {
    /**
     * Items
     */
    items: Array<CardPageRead>;
};

/**
 * CardRead
 *
 * A card with its sides, front first.
 */
export type CardRead = {
    /**
     * Filename
     */
    filename: string;
    status: CardStatus;
    /**
     * Review
     */
    review: 'none' | 'partial' | 'complete';
    /**
     * Images
     */
    images: Array<ImageRead>;
};

/**
 * CardStatus
 */
export type CardStatus = 'pending' | 'done' | 'failed';

/**
 * CardsRemoval
 */
export type CardsRemoval = {
    /**
     * Cards
     */
    cards: Array<string>;
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
 * FailureList
 */
export type FailureList = {
    /**
     * Items
     */
    items: Array<FailureRead>;
};

/**
 * FailureRead
 *
 * Failed cards of one cause.
 */
export type FailureRead = {
    /**
     * Cause
     */
    cause: string;
    /**
     * Count
     */
    count: number;
    /**
     * Error
     *
     * What was said of the first of them
     */
    error: string | null;
    /**
     * Cards
     *
     * The first few, in card order
     */
    cards: Array<string>;
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
     * Source Sha256
     *
     * SHA-256 of the file as it was sent; differs where it held several pages
     */
    source_sha256: string;
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
 * LeftOut
 */
export type LeftOut = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Code
     */
    code: 'changed_since' | 'not_read' | 'gone';
    /**
     * Fields
     *
     * The fields concerned; empty: all of the card
     */
    fields: Array<string>;
};

/**
 * LineRead
 */
export type LineRead = {
    /**
     * Text
     */
    text: string;
    /**
     * Box
     */
    box: [
        number,
        number,
        number,
        number
    ];
    /**
     * Score
     */
    score: number;
    /**
     * Words
     */
    words: Array<WordRead>;
};

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
 * PairedImage
 */
export type PairedImage = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Thumbnail Url
     */
    thumbnail_url: string;
};

/**
 * Pairing
 *
 * How images become cards.
 */
export type Pairing = 'none' | 'suffix' | 'two_by_two' | 'pattern';

/**
 * PairsRead
 *
 * How unread images would become cards. ``items``: the first cards of several images, then the others.
 */
export type PairsRead = {
    /**
     * Images
     */
    images: number;
    /**
     * Cards
     */
    cards: number;
    /**
     * Paired
     */
    paired: number;
    /**
     * Alone
     */
    alone: number;
    /**
     * Read
     *
     * Cards that were read already and stay as they are
     */
    read: number;
    /**
     * Items
     */
    items: Array<Array<PairedImage>>;
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
 * QueueItem
 *
 * A card to verify, slim.
 */
export type QueueItem = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Thumbnail Url
     */
    thumbnail_url: string;
    status: CardStatus;
    /**
     * Review
     */
    review: 'none' | 'partial' | 'complete';
    /**
     * Flag
     */
    flag: string | null;
    /**
     * Field
     *
     * The least certain field that nobody has looked at
     */
    field: string | null;
    /**
     * Confidence
     *
     * Of that field
     */
    confidence: number | null;
    /**
     * Cursor
     *
     * Give it as ``after`` to go on behind this card
     */
    cursor: string;
};

/**
 * QueuePage
 */
export type QueuePage = {
    /**
     * Items
     */
    items: Array<QueueItem>;
    /**
     * Total
     *
     * How many cards are in this queue in all
     */
    total: number;
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
     * Flag
     *
     * A person's note; empty: flagged without one; null: not flagged
     */
    flag?: string | null;
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
 * RecordFilter
 *
 * As the table's, see ``GET …/records``.
 */
export type RecordFilter = {
    /**
     * Q
     */
    q?: string | null;
    status?: CardStatus | null;
    /**
     * Review
     */
    review?: 'none' | 'partial' | 'complete' | 'open' | null;
    /**
     * Field
     */
    field?: string | null;
    /**
     * Value
     */
    value?: string | null;
    /**
     * Max Confidence
     */
    max_confidence?: number | null;
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
    /**
     * Revision
     *
     * The batch's at this moment; for changes of many records
     */
    revision: number;
};

/**
 * RecordPatch
 *
 * ``clear`` takes verdicts back; then the machine's value holds again. ``flag``: a note (or an empty text) flags
 * the card, null takes the flag away; left out, it stays.
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
     * Flag
     */
    flag?: string | null;
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
     * Flag
     *
     * A person's note; empty: flagged without one; null: not flagged
     */
    flag?: string | null;
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
 * Removed
 */
export type Removed = {
    /**
     * Images
     */
    images: number;
};

/**
 * RetryRequest
 */
export type RetryRequest = {
    /**
     * Cause
     *
     * Only the failed cards of this cause
     */
    cause?: string | null;
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
 * SampleCreate
 */
export type SampleCreate = {
    /**
     * Drawer
     */
    drawer?: 'music' | 'dissertations';
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
    /**
     * Batches
     *
     * Batches made with it, newest first
     */
    batches?: Array<TemplateUse>;
};

/**
 * TemplateUse
 *
 * A batch made with a template.
 */
export type TemplateUse = {
    /**
     * Name
     */
    name: string;
    /**
     * Title
     */
    title: string;
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
 * TriedCard
 *
 * What a card would become. ``repeated``: its words were known from an earlier try.
 */
export type TriedCard = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Images
     */
    images: Array<TriedImage>;
    /**
     * Success
     */
    success: boolean;
    /**
     * Data
     */
    data: {
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
     * Duration
     */
    duration: number;
    /**
     * Repeated
     */
    repeated: boolean;
};

/**
 * TriedImage
 */
export type TriedImage = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Url
     */
    url: string;
    /**
     * Width
     */
    width: number;
    /**
     * Height
     */
    height: number;
};

/**
 * TryReport
 */
export type TryReport = {
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string;
    /**
     * Cards
     */
    cards: Array<TriedCard>;
    /**
     * Duration
     */
    duration: number;
};

/**
 * TryRequest
 *
 * What is not given holds as the batch has it. ``filenames``: an image of each card wanted.
 */
export type TryRequest = {
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
    /**
     * Filenames
     */
    filenames?: Array<string> | null;
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
 * WordRead
 */
export type WordRead = {
    /**
     * Text
     */
    text: string;
    /**
     * Box
     */
    box: [
        number,
        number,
        number,
        number
    ];
    /**
     * Score
     */
    score: number;
};

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

export type CreateSampleData = {
    body: SampleCreate;
    path?: never;
    query?: never;
    url: '/api/v1/batches/sample';
};

export type CreateSampleErrors = {
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

export type CreateSampleError = CreateSampleErrors[keyof CreateSampleErrors];

export type CreateSampleResponses = {
    /**
     * Successful Response
     */
    201: BatchRead;
};

export type CreateSampleResponse = CreateSampleResponses[keyof CreateSampleResponses];

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
    query?: {
        /**
         * Anew
         *
         * Read every card again, also those that were read
         */
        anew?: boolean;
    };
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
    /**
     * Wanted
     */
    body?: RetryRequest | null;
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

export type TryCardsData = {
    body: TryRequest;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/try';
};

export type TryCardsErrors = {
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
    /**
     * Service Unavailable
     */
    503: Problem;
};

export type TryCardsError = TryCardsErrors[keyof TryCardsErrors];

export type TryCardsResponses = {
    /**
     * Successful Response
     */
    200: TryReport;
};

export type TryCardsResponse = TryCardsResponses[keyof TryCardsResponses];

export type SupposePairsData = {
    body: BatchOptions;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/pairs';
};

export type SupposePairsErrors = {
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
    /**
     * Service Unavailable
     */
    503: Problem;
};

export type SupposePairsError = SupposePairsErrors[keyof SupposePairsErrors];

export type SupposePairsResponses = {
    /**
     * Successful Response
     */
    200: PairsRead;
};

export type SupposePairsResponse = SupposePairsResponses[keyof SupposePairsResponses];

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

export type ListCardsData = {
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
         * Q
         *
         * Part of a file's name
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
    url: '/api/v1/batches/{batch_name}/cards';
};

export type ListCardsErrors = {
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

export type ListCardsError = ListCardsErrors[keyof ListCardsErrors];

export type ListCardsResponses = {
    /**
     * Successful Response
     */
    200: CardPage;
};

export type ListCardsResponse = ListCardsResponses[keyof ListCardsResponses];

export type RemoveCardsData = {
    body: CardsRemoval;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/cards/remove';
};

export type RemoveCardsErrors = {
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

export type RemoveCardsError = RemoveCardsErrors[keyof RemoveCardsErrors];

export type RemoveCardsResponses = {
    /**
     * Successful Response
     */
    200: Removed;
};

export type RemoveCardsResponse = RemoveCardsResponses[keyof RemoveCardsResponses];

export type ListFailuresData = {
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
    url: '/api/v1/batches/{batch_name}/failures';
};

export type ListFailuresErrors = {
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

export type ListFailuresError = ListFailuresErrors[keyof ListFailuresErrors];

export type ListFailuresResponses = {
    /**
     * Successful Response
     */
    200: FailureList;
};

export type ListFailuresResponse = ListFailuresResponses[keyof ListFailuresResponses];

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
        review?: 'none' | 'partial' | 'complete' | 'open' | null;
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
        /**
         * Flagged
         *
         * Only cards with, or without, a flag
         */
        flagged?: boolean | null;
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

export type ChangeRecordsData = {
    body: BulkChange;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/records/bulk';
};

export type ChangeRecordsErrors = {
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

export type ChangeRecordsError = ChangeRecordsErrors[keyof ChangeRecordsErrors];

export type ChangeRecordsResponses = {
    /**
     * Successful Response
     */
    200: BulkReport;
};

export type ChangeRecordsResponse = ChangeRecordsResponses[keyof ChangeRecordsResponses];

export type UndoBulkData = {
    /**
     * Wanted
     */
    body?: BulkUndo | null;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Bulk Id
         */
        bulk_id: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/records/bulk/{bulk_id}/undo';
};

export type UndoBulkErrors = {
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

export type UndoBulkError = UndoBulkErrors[keyof UndoBulkErrors];

export type UndoBulkResponses = {
    /**
     * Successful Response
     */
    200: BulkReport;
};

export type UndoBulkResponse = UndoBulkResponses[keyof UndoBulkResponses];

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

export type GetRecordPagesData = {
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
    url: '/api/v1/batches/{batch_name}/records/{filename}/pages';
};

export type GetRecordPagesErrors = {
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

export type GetRecordPagesError = GetRecordPagesErrors[keyof GetRecordPagesErrors];

export type GetRecordPagesResponses = {
    /**
     * Successful Response
     */
    200: CardPages;
};

export type GetRecordPagesResponse = GetRecordPagesResponses[keyof GetRecordPagesResponses];

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
        /**
         * Columns
         *
         * Only these fields, in this order; JSON holds all
         */
        columns?: Array<string> | null;
        /**
         * Q
         */
        q?: string | null;
        /**
         * Status
         */
        status?: CardStatus | null;
        /**
         * Review
         */
        review?: 'none' | 'partial' | 'complete' | 'open' | null;
        /**
         * Field
         */
        field?: string | null;
        /**
         * Value
         */
        value?: string | null;
        /**
         * Max Confidence
         */
        max_confidence?: number | null;
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

export type ListQueueData = {
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
         * Order
         */
        order?: 'doubt' | 'card';
        /**
         * Show
         */
        show?: 'open' | 'failed' | 'flagged' | 'all';
        /**
         * Field
         *
         * One field through all cards
         */
        field?: string | null;
        /**
         * Start
         *
         * A card that comes first
         */
        start?: string | null;
        /**
         * After
         *
         * A cursor: only what comes behind it
         */
        after?: string | null;
        /**
         * Limit
         */
        limit?: number;
    };
    url: '/api/v1/batches/{batch_name}/queue';
};

export type ListQueueErrors = {
    /**
     * Not Found
     */
    404: Problem;
    /**
     * Validation Error
     */
    422: HttpValidationError;
};

export type ListQueueError = ListQueueErrors[keyof ListQueueErrors];

export type ListQueueResponses = {
    /**
     * Successful Response
     */
    200: QueuePage;
};

export type ListQueueResponse = ListQueueResponses[keyof ListQueueResponses];
