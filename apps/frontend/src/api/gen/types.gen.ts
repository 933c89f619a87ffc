// Generated from openapi.json by `npm run client`; not to be edited.

export type ClientOptions = {
    baseUrl: `${string}://openapi.json` | (string & {});
};

/**
 * AcceptByRule
 *
 * Accept every open value of this certainty or more; ``fields`` null means all.
 */
export type AcceptByRule = {
    /**
     * At
     */
    at: number;
    /**
     * Fields
     */
    fields?: Array<string> | null;
    /**
     * Who
     */
    who?: string;
};

/**
 * AcceptancePage
 */
export type AcceptancePage = {
    /**
     * Items
     */
    items: Array<AcceptanceRead>;
};

/**
 * AcceptanceRead
 */
export type AcceptanceRead = {
    /**
     * Id
     */
    id: number;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Who
     */
    who: string;
    /**
     * At
     */
    at: number;
    /**
     * Fields
     */
    fields: Array<string> | null;
    /**
     * Calibrated
     */
    calibrated: boolean;
    /**
     * Measured
     */
    measured: number;
    /**
     * Precision
     */
    precision: number | null;
    /**
     * Count
     */
    count: number;
    /**
     * Undone At
     */
    undone_at: string | null;
};

/**
 * AuditAnswer
 *
 * What stands there, null for nothing.
 */
export type AuditAnswer = {
    /**
     * Place
     */
    place: number;
    /**
     * Value
     */
    value: string | null;
    /**
     * Who
     */
    who?: string;
};

/**
 * AuditAnswered
 */
export type AuditAnswered = {
    /**
     * Place
     */
    place: number;
    /**
     * Filename
     */
    filename: string;
    /**
     * Field
     */
    field: string;
    /**
     * Machine
     */
    machine: string | null;
    /**
     * Answer
     */
    answer: string | null;
    /**
     * Correct
     */
    correct: boolean;
    /**
     * Near
     */
    near: boolean;
};

/**
 * AuditBlind
 *
 * The next value to check. What the machine read is not told.
 */
export type AuditBlind = {
    /**
     * Place
     */
    place: number;
    /**
     * Filename
     */
    filename: string;
    /**
     * Field
     */
    field: string;
};

/**
 * AuditCreate
 */
export type AuditCreate = {
    /**
     * Size
     */
    size?: number;
    /**
     * Who
     */
    who?: string;
};

/**
 * AuditPage
 */
export type AuditPage = {
    /**
     * Items
     */
    items: Array<AuditRead>;
};

/**
 * AuditPart
 */
export type AuditPart = {
    /**
     * Name
     */
    name: string;
    /**
     * Checked
     */
    checked: number;
    /**
     * Wrong
     */
    wrong: number;
};

/**
 * AuditRead
 */
export type AuditRead = {
    /**
     * Id
     */
    id: number;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Who
     */
    who: string;
    /**
     * Population
     */
    population: number;
    /**
     * Size
     */
    size: number;
    /**
     * Checked
     */
    checked: number;
    /**
     * Wrong
     */
    wrong: number;
    /**
     * Wrong By Much
     *
     * Of the wrong ones, those that are not nearly right (ratio below 92)
     */
    wrong_by_much: number;
    /**
     * Rate
     */
    rate: number | null;
    /**
     * Bound
     *
     * At most so many of the unreviewed values are wrong, with 95 % confidence
     */
    bound: number;
    /**
     * Fields
     */
    fields: Array<AuditPart>;
    /**
     * Kinds
     */
    kinds: Array<AuditPart>;
    next: AuditBlind | null;
    /**
     * Answered
     */
    answered: Array<AuditAnswered>;
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
    /**
     * Second
     *
     * Reads beside the first when that has read the drawer, several one after the other; then the referee judges
     */
    second?: ReaderChoice | Array<ReaderChoice> | null;
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
     * Reason Code
     */
    reason_code?: string | null;
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
     * Null before the end of its first run
     */
    took?: TookRead | null;
    /**
     * Cover
     *
     * Addresses of up to three thumbnails
     */
    cover?: Array<string>;
    /**
     * The reader that is reading beside the first, or was stopped at it
     */
    pass?: PassRead | null;
};

/**
 * BatchStatus
 */
export type BatchStatus = 'draft' | 'running' | 'cancelling' | 'completed' | 'cancelled' | 'paused' | 'interrupted';

/**
 * BesideFailureRead
 *
 * Cards that a reader could not read beside the first, for one cause.
 */
export type BesideFailureRead = {
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
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
     * The first few of them
     */
    cards: Array<string>;
};

/**
 * BinRead
 */
export type BinRead = {
    /**
     * Low
     */
    low: number;
    /**
     * High
     */
    high: number;
    /**
     * Count
     */
    count: number;
    /**
     * Mean
     */
    mean: number;
    /**
     * Right
     */
    right: number;
    /**
     * Right Low
     */
    right_low: number;
    /**
     * Right High
     */
    right_high: number;
};

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
 * CardsChoice
 *
 * How the cards were chosen. ``size``: so many at most; ``seed``: of those that were drawn.
 */
export type CardsChoice = {
    /**
     * By
     */
    by: 'newest' | 'random' | 'hand' | 'truth';
    /**
     * Size
     */
    size?: number | null;
    /**
     * Seed
     */
    seed?: number | null;
};

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
 * CertaintyRead
 */
export type CertaintyRead = {
    /**
     * Calibrated
     */
    calibrated: boolean;
    /**
     * Verified
     *
     * Cards that teach by now: people have judged at least half of their fields
     */
    verified: number;
    /**
     * Measured On
     *
     * Cards of the last training: on these the rest was measured
     */
    measured_on: number;
    /**
     * Needed
     */
    needed: number;
    /**
     * Version
     */
    version: number | null;
    /**
     * Error
     */
    error: number | null;
    /**
     * Bins
     */
    bins: Array<BinRead>;
    /**
     * Empty Bins
     */
    empty_bins: Array<BinRead>;
    /**
     * Rows
     */
    rows: Array<CertaintyRow>;
    /**
     * Fields
     */
    fields: Array<FieldCertainty>;
    /**
     * Open
     */
    open: number;
    /**
     * Threshold
     *
     * The lowest certainty with the wanted precision, if it is reached
     */
    threshold: number | null;
};

/**
 * CertaintyRow
 */
export type CertaintyRow = {
    /**
     * At
     */
    at: number;
    /**
     * Open
     *
     * Values of the batch that would be accepted
     */
    open: number;
    /**
     * Share
     */
    share: number;
    /**
     * Measured
     */
    measured: number;
    /**
     * Precision
     */
    precision: number;
    /**
     * Low
     */
    low: number;
    /**
     * High
     */
    high: number;
};

/**
 * ChangeRead
 */
export type ChangeRead = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Field
     */
    field: string;
    /**
     * Before
     */
    before: string | null;
    /**
     * After
     */
    after: string | null;
};

/**
 * ComparisonRead
 *
 * The second less the first, over the cards of both.
 */
export type ComparisonRead = {
    /**
     * Cards
     */
    cards: number;
    /**
     * First
     */
    first: number;
    /**
     * Second
     */
    second: number;
    /**
     * Difference
     */
    difference: number;
    /**
     * Low
     */
    low: number;
    /**
     * High
     */
    high: number;
    /**
     * Better
     */
    better: number;
    /**
     * Worse
     */
    worse: number;
    /**
     * Noise
     */
    noise: boolean;
};

/**
 * CostRead
 *
 * Money in US$, of all readers together. ``waiting``: seconds until the provider lets the next call go.
 * ``estimate``: of the first reader's cards, or of the reader that was named.
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
    /**
     * Readers
     *
     * The first reader, the further ones, then others that have read some time
     */
    readers?: Array<ReaderCostRead>;
    /**
     * Null while it is not known of one of them
     */
    expected?: ExpectedRead | null;
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
     * Needs Code
     *
     * The same as a code
     */
    needs_code?: 'settings' | 'not_allowed' | null;
    /**
     * Leaves Machine
     *
     * Whether scans are sent to another machine
     */
    leaves_machine: boolean;
    /**
     * Host
     *
     * Where scans go, for a reader that is a server
     */
    host?: string;
    /**
     * Key Set
     *
     * Whether a key is set; the key itself is never told
     */
    key_set?: boolean;
    /**
     * Forbidden
     *
     * This installation does not let scans leave the machine
     */
    forbidden?: boolean;
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
 * EvaluationBrief
 */
export type EvaluationBrief = {
    /**
     * Id
     */
    id: number;
    /**
     * Title
     */
    title: string;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Cards
     */
    cards: number;
    /**
     * Macro
     */
    macro: number | null;
    /**
     * Micro
     */
    micro: number | null;
};

/**
 * EvaluationCreate
 *
 * Against a truth (``{card: {field: value}}``), or without one against what people verified.
 */
export type EvaluationCreate = {
    /**
     * Title
     */
    title: string;
    /**
     * Truth
     */
    truth?: {
        [key: string]: {
            [key: string]: string | null;
        };
    } | null;
    /**
     * With Verified
     *
     * Score cards that people have judged too
     */
    with_verified?: boolean;
    /**
     * Every Card
     *
     * Count cards that only the truth has as missed
     */
    every_card?: boolean;
};

/**
 * EvaluationPage
 */
export type EvaluationPage = {
    /**
     * Items
     */
    items: Array<EvaluationBrief>;
};

/**
 * EvaluationRead
 */
export type EvaluationRead = {
    /**
     * Id
     */
    id: number;
    /**
     * Title
     */
    title: string;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Manifest
     */
    manifest: {
        [key: string]: JsonValue;
    };
    summary: EvaluationSummary;
};

/**
 * EvaluationSummary
 */
export type EvaluationSummary = {
    /**
     * Cards
     */
    cards: number;
    /**
     * Unread
     *
     * Scored cards that failed or were not read yet
     */
    unread: number;
    /**
     * Truth Only
     *
     * Cards of the truth that the batch does not have
     */
    truth_only?: number;
    /**
     * Records Only
     *
     * Cards of the batch of which the truth says nothing
     */
    records_only?: number;
    /**
     * Unknown Fields
     *
     * Fields of the truth that no record has; all their values count as missed
     */
    unknown_fields?: Array<string>;
    /**
     * Macro
     */
    macro: number | null;
    /**
     * Micro
     */
    micro: number | null;
    all: TallyRead;
    /**
     * Fields
     */
    fields: {
        [key: string]: TallyRead;
    };
    /**
     * Worst
     */
    worst: Array<WrongRead>;
    /**
     * Mistaken
     */
    mistaken: Array<MistakenRead>;
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
 * ExpectedRead
 *
 * US$ for all that all readers have left.
 */
export type ExpectedRead = {
    /**
     * Cost
     */
    cost: number;
    /**
     * Margin
     */
    margin: number;
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
 * FieldCertainty
 */
export type FieldCertainty = {
    /**
     * Field
     */
    field: string;
    /**
     * Given
     */
    given: number;
    /**
     * Right
     */
    right: number;
    /**
     * Empty
     */
    empty: number;
    /**
     * Empty Right
     */
    empty_right: number;
    /**
     * Open
     */
    open: number;
    /**
     * Threshold
     */
    threshold: number | null;
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
 * FieldLearned
 */
export type FieldLearned = {
    /**
     * Field
     */
    field: string;
    /**
     * F1
     */
    f1: number | null;
    /**
     * Rules F1
     */
    rules_f1: number | null;
    /**
     * Wanted
     */
    wanted: number;
    /**
     * Wrong
     */
    wrong: number;
    /**
     * Missed
     */
    missed: number;
    /**
     * Invented
     */
    invented: number;
    /**
     * Learning Leads
     *
     * False: what the rules say holds, learning is no better yet
     */
    learning_leads?: boolean;
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
 * LearningRead
 */
export type LearningRead = {
    /**
     * Verified
     *
     * Cards that teach: people have judged at least half of their fields
     */
    verified: number;
    /**
     * Least
     *
     * Learning begins with so many
     */
    least: number;
    /**
     * Until Next
     *
     * Cards until the next training
     */
    until_next: number;
    /**
     * Training
     */
    training: boolean;
    /**
     * Calibrated
     */
    calibrated: boolean;
    /**
     * Calibrated From
     */
    calibrated_from: number;
    /**
     * Trend
     */
    trend: 'rising' | 'flat' | 'falling' | 'unknown';
    /**
     * Shared
     *
     * Learned together with the other batches of the template
     */
    shared: boolean;
    model: ModelRead | null;
    /**
     * Curve
     */
    curve: Array<ModelRead>;
    /**
     * Fields
     */
    fields: Array<FieldLearned>;
    /**
     * Normalisers
     */
    normalisers: Array<NormaliserRead>;
};

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
 * Misfit
 *
 * One thing in a request that does not fit.
 */
export type Misfit = {
    /**
     * Field
     */
    field: string;
    /**
     * Message
     */
    message: string;
    /**
     * Code
     */
    code: string;
    /**
     * Params
     */
    params?: {
        [key: string]: JsonValue;
    };
};

/**
 * MistakenRead
 */
export type MistakenRead = {
    /**
     * Wanted
     */
    wanted: string;
    /**
     * Found
     */
    found: string;
    /**
     * Count
     */
    count: number;
};

/**
 * MixDifference
 *
 * F1 less that of the mix it is compared with, over the same cards; ``noise``: the 95 % interval holds 0.
 */
export type MixDifference = {
    /**
     * Difference
     */
    difference: number;
    /**
     * Low
     */
    low: number;
    /**
     * High
     */
    high: number;
    /**
     * Better
     */
    better: number;
    /**
     * Worse
     */
    worse: number;
    /**
     * Noise
     */
    noise: boolean;
};

/**
 * MixRead
 *
 * ``seconds`` a card, one reader after the other; ``cost`` in US$ per 1,000 cards, null where no price is known.
 */
export type MixRead = {
    /**
     * Key
     */
    key: string;
    /**
     * Way
     */
    way: 'alone' | 'vote' | 'referee';
    /**
     * Readers
     */
    readers: Array<MixReader>;
    /**
     * F1
     */
    f1: number | null;
    /**
     * Low
     */
    low: number | null;
    /**
     * High
     */
    high: number | null;
    /**
     * Cer
     */
    cer: number | null;
    /**
     * Accepted
     *
     * Share of values accepted unseen at a target of 95 %
     */
    accepted: number | null;
    /**
     * Precision
     *
     * Of those, the share that was right
     */
    precision: number | null;
    /**
     * Calibration Error
     */
    calibration_error: number | null;
    /**
     * Fields
     */
    fields: {
        [key: string]: number | null;
    };
    /**
     * Seconds
     */
    seconds: number | null;
    /**
     * Cost
     */
    cost: number | null;
    /**
     * Usable
     *
     * Whether a batch can be set so: one reader, or several with their referee
     */
    usable: boolean;
    difference: MixDifference | null;
};

/**
 * MixReader
 */
export type MixReader = {
    /**
     * Reader
     */
    reader: string;
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
    /**
     * Leaves Machine
     */
    leaves_machine: boolean;
};

/**
 * MixesBrief
 */
export type MixesBrief = {
    /**
     * Id
     */
    id: number;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Status
     */
    status: 'running' | 'done' | 'failed';
    /**
     * Against
     */
    against: 'verified' | 'truth';
    /**
     * Null of a comparison from before this was kept
     */
    choice?: CardsChoice | null;
    /**
     * Cards
     */
    cards: number;
    /**
     * Step
     */
    step: number;
    /**
     * Steps
     */
    steps: number;
};

/**
 * MixesPage
 */
export type MixesPage = {
    /**
     * Items
     */
    items: Array<MixesBrief>;
};

/**
 * MixesPlan
 */
export type MixesPlan = {
    /**
     * Verified
     *
     * Verified cards of the batch that may be measured on
     */
    verified: number;
    /**
     * Cards
     *
     * Cards that will be measured on
     */
    cards: Array<string>;
    /**
     * Left Out
     *
     * Cards that were named and whose values nobody knows: not read or not verified
     */
    left_out?: Array<string>;
    /**
     * Readers
     */
    readers: Array<PlannedReader>;
};

/**
 * MixesRead
 */
export type MixesRead = {
    /**
     * Id
     */
    id: number;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Status
     */
    status: 'running' | 'done' | 'failed';
    /**
     * Against
     */
    against: 'verified' | 'truth';
    /**
     * Null of a comparison from before this was kept
     */
    choice?: CardsChoice | null;
    /**
     * Cards
     */
    cards: number;
    /**
     * Step
     */
    step: number;
    /**
     * Steps
     */
    steps: number;
    /**
     * Compared With
     *
     * The mix that the differences are to
     */
    compared_with: string | null;
    /**
     * Best
     */
    best: string | null;
    /**
     * Suggested
     *
     * The cheapest that is not measurably worse than the best
     */
    suggested: string | null;
    /**
     * Mixes
     */
    mixes: Array<MixRead>;
};

/**
 * MixesWanted
 *
 * ``truth``: what stands on the cards, as in ``truth.json``; without it, verified cards: the ``size`` newest,
 * ``spread`` at random over the drawer (the same ones for the same ``seed``), or ``cards`` picked by hand.
 * ``readers``: by default all that have read the batch.
 */
export type MixesWanted = {
    /**
     * Size
     */
    size?: number;
    /**
     * Spread
     */
    spread?: boolean;
    /**
     * Seed
     */
    seed?: number;
    /**
     * Cards
     */
    cards?: Array<string> | null;
    /**
     * Truth
     */
    truth?: {
        [key: string]: {
            [key: string]: string | null;
        };
    } | null;
    /**
     * Readers
     */
    readers?: Array<ReaderChoice> | null;
};

/**
 * ModelList
 */
export type ModelList = {
    /**
     * Items
     */
    items: Array<VisionModelRead>;
};

/**
 * ModelRead
 *
 * One training. F1: each verified card read by a model that never saw it; ``spread``: standard error over cards.
 */
export type ModelRead = {
    /**
     * Version
     */
    version: number;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Cards
     */
    cards: number;
    /**
     * Seconds
     */
    seconds: number;
    /**
     * F1 Macro
     */
    f1_macro: number | null;
    /**
     * F1 Micro
     */
    f1_micro: number | null;
    /**
     * Spread
     */
    spread: number | null;
    /**
     * Rules Macro
     */
    rules_macro: number | null;
    /**
     * Rules Micro
     */
    rules_micro: number | null;
    /**
     * Calibration Error
     */
    calibration_error: number | null;
};

/**
 * NextCards
 */
export type NextCards = {
    /**
     * Filenames
     */
    filenames: Array<string>;
};

/**
 * NormaliserRead
 *
 * One thing learned about spelling. ``kind``: ``drop_end``, ``capitals``, ``spacing`` or ``replace``.
 */
export type NormaliserRead = {
    /**
     * Key
     */
    key: string;
    /**
     * Field
     */
    field: string;
    /**
     * Kind
     */
    kind: 'drop_end' | 'capitals' | 'spacing' | 'replace';
    /**
     * Before
     */
    before: string;
    /**
     * After
     */
    after: string;
    /**
     * Examples
     */
    examples: number;
    /**
     * Says
     *
     * The same in English words
     */
    says: string;
    /**
     * On
     */
    on: boolean;
};

/**
 * NormalisersOff
 */
export type NormalisersOff = {
    /**
     * Off
     */
    off: Array<string>;
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
 * PassRead
 *
 * A reader that reads beside the first, and how far it has come.
 */
export type PassRead = {
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
    /**
     * Total
     */
    total: number;
    /**
     * Done
     */
    done: number;
    /**
     * Failed
     */
    failed: number;
    /**
     * Judge
     *
     * One of the batch's own further readers; the referee follows them
     */
    judge?: boolean;
    /**
     * Place
     *
     * Which of the further readers it is
     */
    place?: number;
    /**
     * Places
     */
    places?: number;
};

/**
 * PlannedReader
 *
 * ``seconds`` and ``cost`` (US$) of one card, where known.
 */
export type PlannedReader = {
    /**
     * Reader
     */
    reader: string;
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
    /**
     * Leaves Machine
     */
    leaves_machine: boolean;
    /**
     * Missing
     *
     * Cards of the plan that it has not read
     */
    missing: Array<string>;
    /**
     * Seconds
     */
    seconds: number | null;
    /**
     * Cost
     */
    cost: number | null;
};

/**
 * ProbeRead
 *
 * What a model was found to be able to do. ``several``: it tells the pictures of several cards apart.
 */
export type ProbeRead = {
    /**
     * Images
     */
    images: boolean;
    /**
     * Several
     */
    several?: boolean;
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
 * RFC 9457. ``code`` is stable; ``detail`` is a sentence for people, ``params`` the names and numbers in it.
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
    /**
     * Params
     */
    params?: {
        [key: string]: JsonValue;
    };
    /**
     * Errors
     *
     * Of code invalid: one entry per place
     */
    errors?: Array<Misfit>;
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
 *
 * ``language``: of the cards, in plain words; as ``options.language`` of a batch.
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
    /**
     * Language
     */
    language?: string;
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
     * The field asked for, else the least certain value that nobody has looked at
     */
    field: string | null;
    /**
     * Blank
     *
     * Nothing stands in that field
     */
    blank: boolean;
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
 * RankedRead
 *
 * One reader of a batch. ``seconds`` per card, ``cost`` in US$ for all its cards.
 */
export type RankedRead = {
    /**
     * Reader
     */
    reader: string;
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
    /**
     * Cards
     */
    cards: number;
    /**
     * Seconds
     */
    seconds: number;
    /**
     * Cost
     */
    cost: number | null;
    /**
     * Verified
     *
     * Verified cards that it has read
     */
    verified: number;
    /**
     * F1
     *
     * On those cards, mean over cards
     */
    f1: number | null;
};

/**
 * ReaderChoice
 *
 * ``model`` left out: the reader's own.
 */
export type ReaderChoice = {
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model?: string | null;
};

/**
 * ReaderCostRead
 *
 * What one reader has taken for a batch: US$, a card that it has read, a card that people have verified.
 */
export type ReaderCostRead = {
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
    /**
     * Cards
     *
     * Cards that it has given values for
     */
    cards: number;
    /**
     * Left
     *
     * Cards that it has yet to read, as the batch is set up
     */
    left: number;
    /**
     * Free
     *
     * It works on this machine and costs nothing
     */
    free: boolean;
    /**
     * Readings
     */
    readings: number;
    /**
     * Prompt Tokens
     */
    prompt_tokens: number;
    /**
     * Completion Tokens
     */
    completion_tokens: number;
    /**
     * Spent
     */
    spent: number | null;
    /**
     * Per Card
     */
    per_card: number | null;
    /**
     * Per Verified
     */
    per_verified: number | null;
    estimate: EstimateRead | null;
};

/**
 * ReaderSays
 *
 * The newest reading of one reader.
 */
export type ReaderSays = {
    /**
     * Reader
     */
    reader: string;
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
    /**
     * Values
     */
    values: {
        [key: string]: ReaderValue;
    };
};

/**
 * ReaderUseRead
 *
 * A reader of a batch. ``cards`` that it has read; ``seconds``: mean of a card; ``cost``: US$ in all, if known.
 */
export type ReaderUseRead = {
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model: string | null;
    /**
     * Cards
     */
    cards: number;
    /**
     * Seconds
     */
    seconds: number;
    /**
     * Cost
     */
    cost: number | null;
    /**
     * Leaves Machine
     *
     * Whether scans go to another machine
     */
    leaves_machine: boolean;
};

/**
 * ReaderValue
 *
 * ``evidence``: where it stands on the card, by the words of the built-in reader; empty: not found there.
 */
export type ReaderValue = {
    /**
     * Text
     */
    text: string | null;
    /**
     * Confidence
     */
    confidence: number;
    /**
     * Evidence
     */
    evidence: Array<EvidenceRead>;
};

/**
 * ReadersComparisonRead
 */
export type ReadersComparisonRead = {
    /**
     * Verified
     */
    verified: number;
    /**
     * Needed
     *
     * So many more verified cards until the referee takes the place of the vote
     */
    needed: number;
    /**
     * Readers
     */
    readers: Array<RankedRead>;
    /**
     * Vote
     *
     * F1 of plain voting
     */
    vote: number | null;
    /**
     * Referee
     *
     * F1 of the referee, each verified card judged unseen
     */
    referee: number | null;
    /**
     * Calibration Error
     */
    calibration_error: number | null;
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
     * Version of what was asked: of a model's prompt, else of the fields
     */
    prompt?: string | null;
    /**
     * Flags
     */
    flags?: Array<string>;
};

/**
 * ReadingsRead
 */
export type ReadingsRead = {
    /**
     * Items
     */
    items: Array<ReaderUseRead>;
    /**
     * Failures
     *
     * Of readers beside the first, the most frequent first
     */
    failures: Array<BesideFailureRead>;
};

/**
 * ReadingsWanted
 *
 * ``cards``: by default all that were read and that this reader has not read. ``sample``: only so many of them.
 */
export type ReadingsWanted = {
    /**
     * Engine
     */
    engine: string;
    /**
     * Model
     */
    model?: string | null;
    /**
     * Cards
     */
    cards?: Array<string> | null;
    /**
     * Sample
     */
    sample?: number | null;
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
     * Readers
     *
     * Side by side; what the referee made of them is the record
     */
    readers: Array<ReaderSays>;
    /**
     * Differ
     *
     * Fields on which the readers do not agree
     */
    differ: Array<string>;
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
    /**
     * Flagged
     */
    flagged?: boolean | null;
    /**
     * Differ
     */
    differ?: 'open' | 'any' | null;
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
    /**
     * Flags
     *
     * What to look at: incomplete, repeats, suspicious; left_machine: the scan was sent out
     */
    flags?: Array<string>;
    [key: string]: unknown;
};

/**
 * RefieldPreview
 *
 * ``cards`` of ``total`` were tried; the counts are of those.
 */
export type RefieldPreview = {
    /**
     * Cards
     */
    cards: number;
    /**
     * Total
     */
    total: number;
    /**
     * Changed
     */
    changed: number;
    /**
     * Filled
     */
    filled: number;
    /**
     * Emptied
     */
    emptied: number;
    /**
     * Examples
     */
    examples: Array<ChangeRead>;
};

/**
 * RefieldingPage
 */
export type RefieldingPage = {
    /**
     * Items
     */
    items: Array<RefieldingRead>;
};

/**
 * RefieldingRead
 */
export type RefieldingRead = {
    /**
     * Id
     */
    id: number;
    /**
     * Version
     */
    version: number;
    /**
     * Status
     */
    status: 'running' | 'done' | 'failed' | 'taken_back';
    /**
     * Created At
     */
    created_at: string;
    /**
     * Cards
     */
    cards: number;
    /**
     * Changed
     */
    changed: number;
    /**
     * Filled
     */
    filled: number;
    /**
     * Emptied
     */
    emptied: number;
    /**
     * Taught
     *
     * Verified cards the referee had learned from; null: not the referee's
     */
    taught?: number | null;
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
    /**
     * Params
     *
     * Names and numbers in the reason
     */
    params?: {
        [key: string]: JsonValue;
    };
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
     * Code
     *
     * stored, page, name_taken, name_made_safe or suffix_made_right
     */
    code?: string;
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
 * TallyRead
 */
export type TallyRead = {
    /**
     * Exact
     */
    exact: number | null;
    /**
     * Right
     */
    right: number;
    /**
     * F1
     */
    f1: number | null;
    /**
     * Precision
     */
    precision: number | null;
    /**
     * Recall
     */
    recall: number | null;
    /**
     * Fuzzy
     */
    fuzzy: number | null;
    /**
     * Cer
     */
    cer: number | null;
    /**
     * Wanted
     */
    wanted: number;
    /**
     * Wrong
     */
    wrong: number;
    /**
     * Missed
     */
    missed: number;
    /**
     * Invented
     */
    invented: number;
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
 * TookRead
 *
 * What the runs of a batch took that have ended, together. ``rate``: cards a second over all of it.
 */
export type TookRead = {
    /**
     * Seconds
     */
    seconds: number;
    /**
     * Cards
     */
    cards: number;
    /**
     * Rate
     */
    rate: number | null;
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
 * VisionModelRead
 *
 * A model of a provider's list. Prices in US$ per million tokens.
 */
export type VisionModelRead = {
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
 * WrongRead
 */
export type WrongRead = {
    /**
     * Filename
     */
    filename: string;
    /**
     * Field
     */
    field: string;
    /**
     * Truth
     */
    truth: string | null;
    /**
     * Value
     */
    value: string | null;
    /**
     * Ratio
     */
    ratio: number;
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
    /**
     * Cause
     */
    cause?: string | null;
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
     * The reader that is reading beside the first; rate and eta are its
     */
    pass?: PassRead | null;
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
     * The reader that is reading beside the first; rate and eta are its
     */
    pass?: PassRead | null;
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
     * The reader that is reading beside the first; rate and eta are its
     */
    pass?: PassRead | null;
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
    query?: {
        /**
         * Engine
         *
         * Of this reader alone
         */
        engine?: string | null;
        /**
         * Model
         */
        model?: string | null;
    };
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

export type ListReadersData = {
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
    url: '/api/v1/batches/{batch_name}/readings';
};

export type ListReadersErrors = {
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

export type ListReadersError = ListReadersErrors[keyof ListReadersErrors];

export type ListReadersResponses = {
    /**
     * Successful Response
     */
    200: ReadingsRead;
};

export type ListReadersResponse = ListReadersResponses[keyof ListReadersResponses];

export type ReadBesideData = {
    body: ReadingsWanted;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/readings';
};

export type ReadBesideErrors = {
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

export type ReadBesideError = ReadBesideErrors[keyof ReadBesideErrors];

export type ReadBesideResponses = {
    /**
     * Successful Response
     */
    202: BatchRead;
};

export type ReadBesideResponse = ReadBesideResponses[keyof ReadBesideResponses];

export type AbandonPassData = {
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
    url: '/api/v1/batches/{batch_name}/readings/pass';
};

export type AbandonPassErrors = {
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

export type AbandonPassError = AbandonPassErrors[keyof AbandonPassErrors];

export type AbandonPassResponses = {
    /**
     * Successful Response
     */
    200: BatchRead;
};

export type AbandonPassResponse = AbandonPassResponses[keyof AbandonPassResponses];

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
        /**
         * Differ
         *
         * Readers differ, in `field` if named; open: unjudged there
         */
        differ?: 'open' | 'any' | null;
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

export type GetLearningData = {
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
    url: '/api/v1/batches/{batch_name}/learning';
};

export type GetLearningErrors = {
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

export type GetLearningError = GetLearningErrors[keyof GetLearningErrors];

export type GetLearningResponses = {
    /**
     * Successful Response
     */
    200: LearningRead;
};

export type GetLearningResponse = GetLearningResponses[keyof GetLearningResponses];

export type TrainNowData = {
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
    url: '/api/v1/batches/{batch_name}/learning/train';
};

export type TrainNowErrors = {
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

export type TrainNowError = TrainNowErrors[keyof TrainNowErrors];

export type TrainNowResponses = {
    /**
     * Successful Response
     */
    200: LearningRead;
};

export type TrainNowResponse = TrainNowResponses[keyof TrainNowResponses];

export type SwitchNormalisersData = {
    body: NormalisersOff;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/learning/normalisers';
};

export type SwitchNormalisersErrors = {
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

export type SwitchNormalisersError = SwitchNormalisersErrors[keyof SwitchNormalisersErrors];

export type SwitchNormalisersResponses = {
    /**
     * Successful Response
     */
    200: LearningRead;
};

export type SwitchNormalisersResponse = SwitchNormalisersResponses[keyof SwitchNormalisersResponses];

export type CardsToVerifyData = {
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
         * Count
         */
        count?: number;
        /**
         * Seed
         */
        seed?: number;
    };
    url: '/api/v1/batches/{batch_name}/learning/next';
};

export type CardsToVerifyErrors = {
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

export type CardsToVerifyError = CardsToVerifyErrors[keyof CardsToVerifyErrors];

export type CardsToVerifyResponses = {
    /**
     * Successful Response
     */
    200: NextCards;
};

export type CardsToVerifyResponse = CardsToVerifyResponses[keyof CardsToVerifyResponses];

export type PreviewRefieldingData = {
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
    url: '/api/v1/batches/{batch_name}/refieldings/preview';
};

export type PreviewRefieldingErrors = {
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

export type PreviewRefieldingError = PreviewRefieldingErrors[keyof PreviewRefieldingErrors];

export type PreviewRefieldingResponses = {
    /**
     * Successful Response
     */
    200: RefieldPreview;
};

export type PreviewRefieldingResponse = PreviewRefieldingResponses[keyof PreviewRefieldingResponses];

export type ListRefieldingsData = {
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
    url: '/api/v1/batches/{batch_name}/refieldings';
};

export type ListRefieldingsErrors = {
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

export type ListRefieldingsError = ListRefieldingsErrors[keyof ListRefieldingsErrors];

export type ListRefieldingsResponses = {
    /**
     * Successful Response
     */
    200: RefieldingPage;
};

export type ListRefieldingsResponse = ListRefieldingsResponses[keyof ListRefieldingsResponses];

export type BeginRefieldingData = {
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
    url: '/api/v1/batches/{batch_name}/refieldings';
};

export type BeginRefieldingErrors = {
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

export type BeginRefieldingError = BeginRefieldingErrors[keyof BeginRefieldingErrors];

export type BeginRefieldingResponses = {
    /**
     * Successful Response
     */
    202: RefieldingRead;
};

export type BeginRefieldingResponse = BeginRefieldingResponses[keyof BeginRefieldingResponses];

export type TakeBackRefieldingData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Refielding Id
         */
        refielding_id: number;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/refieldings/{refielding_id}';
};

export type TakeBackRefieldingErrors = {
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

export type TakeBackRefieldingError = TakeBackRefieldingErrors[keyof TakeBackRefieldingErrors];

export type TakeBackRefieldingResponses = {
    /**
     * Successful Response
     */
    200: RefieldingRead;
};

export type TakeBackRefieldingResponse = TakeBackRefieldingResponses[keyof TakeBackRefieldingResponses];

export type CompareReadersData = {
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
    url: '/api/v1/batches/{batch_name}/comparison';
};

export type CompareReadersErrors = {
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

export type CompareReadersError = CompareReadersErrors[keyof CompareReadersErrors];

export type CompareReadersResponses = {
    /**
     * Successful Response
     */
    200: ReadersComparisonRead;
};

export type CompareReadersResponse = CompareReadersResponses[keyof CompareReadersResponses];

export type PreviewJudgementData = {
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
    url: '/api/v1/batches/{batch_name}/judgements/preview';
};

export type PreviewJudgementErrors = {
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

export type PreviewJudgementError = PreviewJudgementErrors[keyof PreviewJudgementErrors];

export type PreviewJudgementResponses = {
    /**
     * Successful Response
     */
    200: RefieldPreview;
};

export type PreviewJudgementResponse = PreviewJudgementResponses[keyof PreviewJudgementResponses];

export type BeginJudgementData = {
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
    url: '/api/v1/batches/{batch_name}/judgements';
};

export type BeginJudgementErrors = {
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

export type BeginJudgementError = BeginJudgementErrors[keyof BeginJudgementErrors];

export type BeginJudgementResponses = {
    /**
     * Successful Response
     */
    202: RefieldingRead;
};

export type BeginJudgementResponse = BeginJudgementResponses[keyof BeginJudgementResponses];

export type PlanComparisonData = {
    body: MixesWanted;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/comparisons/plan';
};

export type PlanComparisonErrors = {
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

export type PlanComparisonError = PlanComparisonErrors[keyof PlanComparisonErrors];

export type PlanComparisonResponses = {
    /**
     * Successful Response
     */
    200: MixesPlan;
};

export type PlanComparisonResponse = PlanComparisonResponses[keyof PlanComparisonResponses];

export type ListComparisonsData = {
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
    url: '/api/v1/batches/{batch_name}/comparisons';
};

export type ListComparisonsErrors = {
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

export type ListComparisonsError = ListComparisonsErrors[keyof ListComparisonsErrors];

export type ListComparisonsResponses = {
    /**
     * Successful Response
     */
    200: MixesPage;
};

export type ListComparisonsResponse = ListComparisonsResponses[keyof ListComparisonsResponses];

export type BeginComparisonData = {
    body: MixesWanted;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/comparisons';
};

export type BeginComparisonErrors = {
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

export type BeginComparisonError = BeginComparisonErrors[keyof BeginComparisonErrors];

export type BeginComparisonResponses = {
    /**
     * Successful Response
     */
    202: MixesBrief;
};

export type BeginComparisonResponse = BeginComparisonResponses[keyof BeginComparisonResponses];

export type GetComparisonData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Comparison Id
         */
        comparison_id: number;
    };
    query?: {
        /**
         * Against
         *
         * The mix to compare with: by default the best
         */
        against?: string | null;
    };
    url: '/api/v1/batches/{batch_name}/comparisons/{comparison_id}';
};

export type GetComparisonErrors = {
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

export type GetComparisonError = GetComparisonErrors[keyof GetComparisonErrors];

export type GetComparisonResponses = {
    /**
     * Successful Response
     */
    200: MixesRead;
};

export type GetComparisonResponse = GetComparisonResponses[keyof GetComparisonResponses];

export type GetCertaintyData = {
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
         * Precision
         */
        precision?: number;
    };
    url: '/api/v1/batches/{batch_name}/certainty';
};

export type GetCertaintyErrors = {
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

export type GetCertaintyError = GetCertaintyErrors[keyof GetCertaintyErrors];

export type GetCertaintyResponses = {
    /**
     * Successful Response
     */
    200: CertaintyRead;
};

export type GetCertaintyResponse = GetCertaintyResponses[keyof GetCertaintyResponses];

export type ListAcceptancesData = {
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
    url: '/api/v1/batches/{batch_name}/rule-acceptances';
};

export type ListAcceptancesErrors = {
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

export type ListAcceptancesError = ListAcceptancesErrors[keyof ListAcceptancesErrors];

export type ListAcceptancesResponses = {
    /**
     * Successful Response
     */
    200: AcceptancePage;
};

export type ListAcceptancesResponse = ListAcceptancesResponses[keyof ListAcceptancesResponses];

export type AcceptByRuleData = {
    body: AcceptByRule;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/rule-acceptances';
};

export type AcceptByRuleErrors = {
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

export type AcceptByRuleError = AcceptByRuleErrors[keyof AcceptByRuleErrors];

export type AcceptByRuleResponses = {
    /**
     * Successful Response
     */
    201: AcceptanceRead;
};

export type AcceptByRuleResponse = AcceptByRuleResponses[keyof AcceptByRuleResponses];

export type UndoAcceptanceData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Acceptance Id
         */
        acceptance_id: number;
    };
    query?: {
        /**
         * Who
         */
        who?: string;
    };
    url: '/api/v1/batches/{batch_name}/rule-acceptances/{acceptance_id}';
};

export type UndoAcceptanceErrors = {
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

export type UndoAcceptanceError = UndoAcceptanceErrors[keyof UndoAcceptanceErrors];

export type UndoAcceptanceResponses = {
    /**
     * Successful Response
     */
    200: AcceptanceRead;
};

export type UndoAcceptanceResponse = UndoAcceptanceResponses[keyof UndoAcceptanceResponses];

export type ListAuditsData = {
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
    url: '/api/v1/batches/{batch_name}/audits';
};

export type ListAuditsErrors = {
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

export type ListAuditsError = ListAuditsErrors[keyof ListAuditsErrors];

export type ListAuditsResponses = {
    /**
     * Successful Response
     */
    200: AuditPage;
};

export type ListAuditsResponse = ListAuditsResponses[keyof ListAuditsResponses];

export type DrawAuditData = {
    body: AuditCreate;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/audits';
};

export type DrawAuditErrors = {
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

export type DrawAuditError = DrawAuditErrors[keyof DrawAuditErrors];

export type DrawAuditResponses = {
    /**
     * Successful Response
     */
    201: AuditRead;
};

export type DrawAuditResponse = DrawAuditResponses[keyof DrawAuditResponses];

export type GetAuditData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Audit Id
         */
        audit_id: number;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/audits/{audit_id}';
};

export type GetAuditErrors = {
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

export type GetAuditError = GetAuditErrors[keyof GetAuditErrors];

export type GetAuditResponses = {
    /**
     * Successful Response
     */
    200: AuditRead;
};

export type GetAuditResponse = GetAuditResponses[keyof GetAuditResponses];

export type AnswerAuditData = {
    body: AuditAnswer;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Audit Id
         */
        audit_id: number;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/audits/{audit_id}/answers';
};

export type AnswerAuditErrors = {
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

export type AnswerAuditError = AnswerAuditErrors[keyof AnswerAuditErrors];

export type AnswerAuditResponses = {
    /**
     * Successful Response
     */
    200: AuditRead;
};

export type AnswerAuditResponse = AnswerAuditResponses[keyof AnswerAuditResponses];

export type ListEvaluationsData = {
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
    url: '/api/v1/batches/{batch_name}/evaluations';
};

export type ListEvaluationsErrors = {
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

export type ListEvaluationsError = ListEvaluationsErrors[keyof ListEvaluationsErrors];

export type ListEvaluationsResponses = {
    /**
     * Successful Response
     */
    200: EvaluationPage;
};

export type ListEvaluationsResponse = ListEvaluationsResponses[keyof ListEvaluationsResponses];

export type EvaluateBatchData = {
    body: EvaluationCreate;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/evaluations';
};

export type EvaluateBatchErrors = {
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

export type EvaluateBatchError = EvaluateBatchErrors[keyof EvaluateBatchErrors];

export type EvaluateBatchResponses = {
    /**
     * Successful Response
     */
    201: EvaluationRead;
};

export type EvaluateBatchResponse = EvaluateBatchResponses[keyof EvaluateBatchResponses];

export type GetEvaluationData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Evaluation Id
         */
        evaluation_id: number;
    };
    query?: never;
    url: '/api/v1/batches/{batch_name}/evaluations/{evaluation_id}';
};

export type GetEvaluationErrors = {
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

export type GetEvaluationError = GetEvaluationErrors[keyof GetEvaluationErrors];

export type GetEvaluationResponses = {
    /**
     * Successful Response
     */
    200: EvaluationRead;
};

export type GetEvaluationResponse = GetEvaluationResponses[keyof GetEvaluationResponses];

export type CompareEvaluationsData = {
    body?: never;
    path: {
        /**
         * Batch Name
         *
         * The batch's name, as in its address
         */
        batch_name: string;
        /**
         * Evaluation Id
         */
        evaluation_id: number;
    };
    query: {
        /**
         * Other
         *
         * The evaluation to compare with, of any batch
         */
        other: number;
    };
    url: '/api/v1/batches/{batch_name}/evaluations/{evaluation_id}/comparison';
};

export type CompareEvaluationsErrors = {
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

export type CompareEvaluationsError = CompareEvaluationsErrors[keyof CompareEvaluationsErrors];

export type CompareEvaluationsResponses = {
    /**
     * Successful Response
     */
    200: ComparisonRead;
};

export type CompareEvaluationsResponse = CompareEvaluationsResponses[keyof CompareEvaluationsResponses];

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
        /**
         * Flagged
         *
         * Only cards with, or without, a flag
         */
        flagged?: boolean | null;
        /**
         * Differ
         *
         * Readers differ, in `field` if named; open: unjudged there
         */
        differ?: 'open' | 'any' | null;
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
        show?: 'open' | 'differ' | 'failed' | 'flagged' | 'all';
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
