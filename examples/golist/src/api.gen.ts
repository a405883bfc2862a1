// Generated from api/openapi.json by `npm run generate`.
export interface paths {
    "/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange an API key for an access token */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users, newest first */
        get: operations["getUsers"];
        put?: never;
        /** Create a user */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a user */
        get: operations["getUser"];
        put?: never;
        /** Change a user; members that are absent stay */
        post: operations["updateUser"];
        /** Delete a user with everything that was shared */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/auth_link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a user’s link */
        get: operations["getAuthLink"];
        put?: never;
        /** Make a link for a user; the former one ends */
        post: operations["createAuthLink"];
        /** Delete a user’s link */
        delete: operations["deleteAuthLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the consents of a user, newest first */
        get: operations["getConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/consents/{consentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a consent of a user */
        get: operations["getConsent"];
        put?: never;
        post?: never;
        /** End a consent, its connections and the data it gave access to */
        delete: operations["deleteConsent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version of the application’s consent policy */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List events of the last seven days, newest first */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the types of events */
        get: operations["getEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/types/{eventTypeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a type of events */
        get: operations["getEventType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an event */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a job */
        get: operations["getJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the jobs of a user of the last seven days, newest first */
        get: operations["getUserJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the challenge a job waits with
         * @description 202 when the institution took the answer, or has not judged it yet; 400 when it was wrong.
         */
        post: operations["postMfaResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List connectors */
        get: operations["getConnectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors/{connectorId}/{method}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a connector */
        get: operations["getConnector"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List institutions (2.x shape) */
        get: operations["getInstitutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/institutions/{institutionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an institution (2.x shape) */
        get: operations["getInstitution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List connectors */
        get: operations["getPublicConnectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/connectors/{connectorId}/{method}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a connector */
        get: operations["getPublicConnector"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List institutions (2.x shape) */
        get: operations["getPublicInstitutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/institutions/{institutionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an institution (2.x shape) */
        get: operations["getPublicInstitution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a user's connections */
        get: operations["getConnections"];
        put?: never;
        /** Connect a user with a login (2.x tokens, or direct connections) */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/connections/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read every connection of a user again */
        post: operations["refreshConnections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/connections/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a connection with its accounts and profile */
        get: operations["getConnection"];
        put?: never;
        /** Replace a web connection's login (2.x tokens, or direct connections) */
        post: operations["updateConnection"];
        /** Delete a connection; its accounts stay, unavailable */
        delete: operations["deleteConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/connections/{connectionId}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a connection again, or join the job that does */
        post: operations["refreshConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/connections/{connectionId}/purge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget the accounts and transactions of a connection */
        post: operations["purgeConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a user's accounts */
        get: operations["getAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a user's transactions */
        get: operations["getTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/transactions/{transactionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a transaction */
        get: operations["getTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who the institutions say a user is */
        get: operations["getIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/identities/{identityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an identity */
        get: operations["getIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a user's bank statements, newest first */
        get: operations["getStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/statements/{statementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what is known of a bank statement */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks */
        get: operations["getWebhooks"];
        put?: never;
        /** Create a webhook */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook */
        get: operations["getWebhook"];
        put?: never;
        /** Change a webhook, or enable it again; members that are absent stay */
        post: operations["updateWebhook"];
        /** Delete a webhook with the messages that wait for it */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/banksia/webhooks/{webhookId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the secret of a webhook; for a day both sign */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/webhooks/{webhookId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages of a webhook, newest first */
        get: operations["getWebhookMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/webhooks/{webhookId}/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a message with its attempts */
        get: operations["getWebhookMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/webhooks/{webhookId}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how deliveries to a webhook go */
        get: operations["getWebhookStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/messages/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message to the webhook that subscribes to a type of events */
        post: operations["sendTestWebhookMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/banksia/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deliver one message, or those of a range of time, again */
        post: operations["replayWebhookMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the settings of the application */
        get: operations["getSandboxApplication"];
        put?: never;
        /** Change settings of the application */
        post: operations["updateSandboxApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the application’s time */
        get: operations["getSandboxClock"];
        put?: never;
        /** Turn the application’s time, and wait until all that fell due is done */
        post: operations["turnSandboxClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the messages people were sent, newest first */
        get: operations["getSandboxMailbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/users/{userId}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect a user without a browser, giving consent to the current policy if there is none */
        post: operations["connectSandboxUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description `SERVER_ACCESS` (default) or `CLIENT_ACCESS` */
                    scope?: string;
                    /** @description Binds a client token to one user */
                    userId?: string;
                    /** @description Trusted adviser: name shown to the person */
                    orgName?: string;
                    orgRefID?: string;
                    orgRefType?: string;
                    orgType?: string;
                    abnAcn?: string;
                };
                "application/json": {
                    /** @description `SERVER_ACCESS` (default) or `CLIENT_ACCESS` */
                    scope?: string;
                    /** @description Binds a client token to one user */
                    userId?: string;
                    /** @description Trusted adviser: name shown to the person */
                    orgName?: string;
                    orgRefID?: string;
                    orgRefType?: string;
                    orgType?: string;
                    abnAcn?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access_token: string;
                        /** @enum {string} */
                        token_type: "Bearer";
                        /** @description Seconds */
                        expires_in: number;
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getUsers: {
        parameters: {
            query?: {
                /** @description 1 to 500; 500 when absent */
                limit?: string;
                /** @description From the previous page’s links.next */
                next?: string;
                /** @description `user.id`, `user.email`, `user.mobile` with `eq` */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /** @description Users on this page */
                        size: number;
                        /** @description Users in all */
                        count: number;
                        data: {
                            /** @enum {string} */
                            type: "user";
                            /** Format: uuid */
                            id: string;
                            /** @description Empty when there is none */
                            email: string;
                            /** @description International form, empty when there is none */
                            mobile: string;
                            firstName?: string;
                            middleName?: string;
                            lastName?: string;
                            businessName?: string;
                            businessIdNo?: string;
                            businessIdNoType?: "ABN" | "ACN";
                            businessAddress?: {
                                addressLine1?: string;
                                addressLine2?: string;
                                suburb?: string;
                                state?: string;
                                postcode?: string;
                                countryCode?: string;
                            };
                            verificationStatus?: boolean;
                            verificationDate?: string;
                            links: {
                                /** Format: uri */
                                self: string;
                            };
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next?: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A user to create, or the members to change */
        requestBody: {
            content: {
                "application/json": {
                    /** @description Required unless `mobile` is given */
                    email?: string;
                    /** @description International form; Australian `04…` is taken too */
                    mobile?: string;
                    firstName?: string;
                    middleName?: string;
                    lastName?: string;
                    businessName?: string;
                    businessIdNo?: string;
                    businessIdNoType?: "ABN" | "ACN";
                    businessAddress?: {
                        addressLine1?: string;
                        addressLine2?: string;
                        suburb?: string;
                        state?: string;
                        postcode?: string;
                        countryCode?: string;
                    };
                    verificationStatus?: boolean;
                    verificationDate?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "user";
                        /** Format: uuid */
                        id: string;
                        /** @description Empty when there is none */
                        email: string;
                        /** @description International form, empty when there is none */
                        mobile: string;
                        firstName?: string;
                        middleName?: string;
                        lastName?: string;
                        businessName?: string;
                        businessIdNo?: string;
                        businessIdNoType?: "ABN" | "ACN";
                        businessAddress?: {
                            addressLine1?: string;
                            addressLine2?: string;
                            suburb?: string;
                            state?: string;
                            postcode?: string;
                            countryCode?: string;
                        };
                        verificationStatus?: boolean;
                        verificationDate?: string;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "user";
                        /** Format: uuid */
                        id: string;
                        email: string;
                        mobile: string;
                        /** @description First, middle and last name together */
                        name: string;
                        firstName: string;
                        middleName: string;
                        lastName: string;
                        businessName?: string;
                        businessIdNo?: string;
                        businessIdNoType?: "ABN" | "ACN";
                        businessAddress?: {
                            addressLine1?: string;
                            addressLine2?: string;
                            suburb?: string;
                            state?: string;
                            postcode?: string;
                            countryCode?: string;
                        };
                        verificationStatus?: boolean;
                        verificationDate?: string;
                        connections: {
                            /** @enum {string} */
                            type: "list";
                            count: number;
                            data: {
                                /** @enum {string} */
                                type: "connection";
                                /** Format: uuid */
                                id: string;
                                links: {
                                    /** Format: uri */
                                    self: string;
                                };
                            }[];
                        };
                        accounts: {
                            /** @enum {string} */
                            type: "list";
                            count: number;
                            data: {
                                /** @enum {string} */
                                type: "account";
                                /** Format: uuid */
                                id: string;
                                links: {
                                    /** Format: uri */
                                    self: string;
                                };
                            }[];
                        };
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            connections: string;
                            /** Format: uri */
                            accounts: string;
                            /** Format: uri */
                            transactions: string;
                            /**
                             * Format: uri
                             * @description Null unless a live auth link exists
                             */
                            auth_link: string | null;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        /** @description A user to create, or the members to change */
        requestBody: {
            content: {
                "application/json": {
                    /** @description Required unless `mobile` is given */
                    email?: string;
                    /** @description International form; Australian `04…` is taken too */
                    mobile?: string;
                    firstName?: string;
                    middleName?: string;
                    lastName?: string;
                    businessName?: string;
                    businessIdNo?: string;
                    businessIdNoType?: "ABN" | "ACN";
                    businessAddress?: {
                        addressLine1?: string;
                        addressLine2?: string;
                        suburb?: string;
                        state?: string;
                        postcode?: string;
                        countryCode?: string;
                    };
                    verificationStatus?: boolean;
                    verificationDate?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "user";
                        /** Format: uuid */
                        id: string;
                        /** @description Empty when there is none */
                        email: string;
                        /** @description International form, empty when there is none */
                        mobile: string;
                        firstName?: string;
                        middleName?: string;
                        lastName?: string;
                        businessName?: string;
                        businessIdNo?: string;
                        businessIdNoType?: "ABN" | "ACN";
                        businessAddress?: {
                            addressLine1?: string;
                            addressLine2?: string;
                            suburb?: string;
                            state?: string;
                            postcode?: string;
                            countryCode?: string;
                        };
                        verificationStatus?: boolean;
                        verificationDate?: string;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Service unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getAuthLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "auth_link";
                        /** Format: uuid */
                        userId: string;
                        mobile: string | number;
                        /** Format: date-time */
                        expiresAt: string;
                        links: {
                            /** Format: uri */
                            self: string;
                            /**
                             * Format: uri
                             * @description The page to send the user to; its last part is the secret
                             */
                            public: string;
                        };
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    createAuthLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where the code is sent; the user’s mobile when absent */
                    mobile?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "auth_link";
                        /** Format: uuid */
                        userId: string;
                        mobile: string | number;
                        /** Format: date-time */
                        expiresAt: string;
                        links: {
                            /** Format: uri */
                            self: string;
                            /**
                             * Format: uri
                             * @description The page to send the user to; its last part is the secret
                             */
                            public: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    deleteAuthLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        size: number;
                        /** @description Newest first, ended ones included */
                        data: {
                            /** @enum {string} */
                            type: "consent";
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            created: string;
                            /** Format: date-time */
                            updated: string;
                            /** Format: date-time */
                            expiryDate: string;
                            origin: "user" | "partner" | "system";
                            status: "active" | "revoked" | "expired";
                            purpose: {
                                primary: {
                                    title: string;
                                    description: string;
                                };
                                /** @enum {object|null} */
                                other: never | null;
                            };
                            data: {
                                retainData: boolean;
                                initialRetrievalDays: number | null;
                                organisation: {
                                    [key: string]: string;
                                } | null;
                                /** @enum {object|null} */
                                disclosure: never | null;
                                permissions: {
                                    scope: string;
                                    required: boolean;
                                    consented: boolean;
                                    entity: string;
                                    information: {
                                        name: string;
                                        description: string;
                                        attributeList: string[];
                                    };
                                    purpose: {
                                        title: string;
                                        description: string;
                                    };
                                }[];
                            };
                            /**
                             * Format: date-time
                             * @description Only of a revoked consent
                             */
                            revoked?: string;
                            links: {
                                /** Format: uri */
                                self: string;
                                /**
                                 * Format: uri
                                 * @description The version that was agreed to
                                 */
                                consentPolicy: string;
                                /**
                                 * Format: uri
                                 * @description The version new consents are given to
                                 */
                                latestConsentPolicy: string;
                            };
                        }[];
                        /** @description The newest consent’s status; only with the switch consentTopLevelStatus */
                        status?: string;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                consentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "consent";
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        created: string;
                        /** Format: date-time */
                        updated: string;
                        /** Format: date-time */
                        expiryDate: string;
                        origin: "user" | "partner" | "system";
                        status: "active" | "revoked" | "expired";
                        purpose: {
                            primary: {
                                title: string;
                                description: string;
                            };
                            /** @enum {object|null} */
                            other: never | null;
                        };
                        data: {
                            retainData: boolean;
                            initialRetrievalDays: number | null;
                            organisation: {
                                [key: string]: string;
                            } | null;
                            /** @enum {object|null} */
                            disclosure: never | null;
                            permissions: {
                                scope: string;
                                required: boolean;
                                consented: boolean;
                                entity: string;
                                information: {
                                    name: string;
                                    description: string;
                                    attributeList: string[];
                                };
                                purpose: {
                                    title: string;
                                    description: string;
                                };
                            }[];
                        };
                        /**
                         * Format: date-time
                         * @description Only of a revoked consent
                         */
                        revoked?: string;
                        links: {
                            /** Format: uri */
                            self: string;
                            /**
                             * Format: uri
                             * @description The version that was agreed to
                             */
                            consentPolicy: string;
                            /**
                             * Format: uri
                             * @description The version new consents are given to
                             */
                            latestConsentPolicy: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    deleteConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                consentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consent has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Service unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "policy";
                        /** Format: uuid */
                        id: string;
                        version: number;
                        status: "current" | "superseded";
                        /** Format: date-time */
                        created: string;
                        brandName: string;
                        title: string;
                        subtitle: string;
                        purpose: {
                            primary: {
                                title: string;
                                description: string;
                            };
                        };
                        purposes: {
                            title: string;
                            description: string;
                        }[];
                        durationDays: number;
                        initialRetrievalDays: number;
                        collectionFrequency: "once" | "ongoing";
                        permissions: {
                            scope: string;
                            required: boolean;
                            purpose: {
                                title: string;
                                description: string;
                            };
                        }[];
                        data: {
                            retainData: boolean;
                            deidentificationStatement?: string;
                        };
                        supportingParties: {
                            name: string;
                            role: string;
                            accreditationNumber?: string;
                            country?: string;
                            cdrPolicyUrl?: string;
                            reason: string;
                        }[];
                        withdrawalConsequences: string;
                        supportContact?: string;
                        complaintsUrl?: string;
                        cdrPolicyUrl?: string;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: {
                /** @description 1 to 500; 500 when absent */
                limit?: string;
                /** @description From the previous page’s links.next */
                next?: string;
                /** @description `user.id`, `event.entity`, `event.type` with `eq` */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /** @description Of the last seven days, newest first */
                        data: {
                            /** @enum {string} */
                            type: "event";
                            id: string;
                            /** Format: date-time */
                            createdDate: string;
                            /** @example consent */
                            entity: string;
                            /**
                             * @description The verb alone
                             * @example created
                             */
                            eventType: string;
                            /** Format: uuid */
                            userId: string;
                            /** Format: uri */
                            dataRef: string;
                            /** @description The resource as it was; only type and id once its data was deleted */
                            data: {
                                type: string;
                                id?: string;
                            } & {
                                [key: string]: unknown;
                            };
                            links: {
                                /** Format: uri */
                                self: string;
                            };
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next?: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        size: number;
                        count: number;
                        data: {
                            /** @enum {string} */
                            type: "eventType";
                            /** @example consent.created */
                            id: string;
                            description: string;
                            links: {
                                /** Format: uri */
                                self: string;
                            };
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "eventType";
                        /** @example consent.created */
                        id: string;
                        description: string;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "event";
                        id: string;
                        /** Format: date-time */
                        createdDate: string;
                        /** @example consent */
                        entity: string;
                        /**
                         * @description The verb alone
                         * @example created
                         */
                        eventType: string;
                        /** Format: uuid */
                        userId: string;
                        /** Format: uri */
                        dataRef: string;
                        /** @description The resource as it was; only type and id once its data was deleted */
                        data: {
                            type: string;
                            id?: string;
                        } & {
                            [key: string]: unknown;
                        };
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getJobs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A job and its steps */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        created: string;
                        /** Format: date-time */
                        updated: string;
                        /** @enum {string} */
                        jobType: "connection";
                        /**
                         * @description Follows from the steps
                         * @enum {string}
                         */
                        status: "pending" | "in-progress" | "success" | "failed";
                        steps: {
                            /**
                             * @description What the step does
                             * @enum {string}
                             */
                            title: "verify-credentials" | "mfa-challenge" | "retrieve-accounts" | "retrieve-transactions" | "retrieve-statements";
                            /**
                             * @description Later steps stay pending after a failure
                             * @enum {string}
                             */
                            status: "pending" | "in-progress" | "success" | "failed";
                            result: ({
                                /** @enum {string} */
                                type: "link";
                                /** @description Path of the data, relative to the API */
                                url: string;
                            } | {
                                code: string;
                                title: string;
                                detail: string;
                                /** @description Same as `detail` */
                                details: string;
                            } | {
                                /** @enum {string} */
                                type: "mfa";
                                /**
                                 * @description What kind of answer the institution wants
                                 * @enum {string}
                                 */
                                method: "token" | "security-questions";
                                description: string;
                                /** @description One label for each answer, in order */
                                input: string[];
                                /** @description Milliseconds from when the step became in-progress */
                                expiryMs: number;
                                links: {
                                    /** @description Absolute URL to post the answers to */
                                    response: string;
                                };
                            }) | (never | null);
                        }[];
                        links: {
                            self: string;
                            /** @description Absolute URL of the connection */
                            source: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getUserJobs: {
        parameters: {
            query?: {
                /** @description For example `connection.id.eq('…')` */
                filter?: string;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        size: number;
                        data: {
                            /** @enum {string} */
                            type: "job";
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            created: string;
                            /** Format: date-time */
                            updated: string;
                            /** @enum {string} */
                            jobType: "connection";
                            /**
                             * @description Follows from the steps
                             * @enum {string}
                             */
                            status: "pending" | "in-progress" | "success" | "failed";
                            steps: {
                                /**
                                 * @description What the step does
                                 * @enum {string}
                                 */
                                title: "verify-credentials" | "mfa-challenge" | "retrieve-accounts" | "retrieve-transactions" | "retrieve-statements";
                                /**
                                 * @description Later steps stay pending after a failure
                                 * @enum {string}
                                 */
                                status: "pending" | "in-progress" | "success" | "failed";
                                result: ({
                                    /** @enum {string} */
                                    type: "link";
                                    /** @description Path of the data, relative to the API */
                                    url: string;
                                } | {
                                    code: string;
                                    title: string;
                                    detail: string;
                                    /** @description Same as `detail` */
                                    details: string;
                                } | {
                                    /** @enum {string} */
                                    type: "mfa";
                                    /**
                                     * @description What kind of answer the institution wants
                                     * @enum {string}
                                     */
                                    method: "token" | "security-questions";
                                    description: string;
                                    /** @description One label for each answer, in order */
                                    input: string[];
                                    /** @description Milliseconds from when the step became in-progress */
                                    expiryMs: number;
                                    links: {
                                        /** @description Absolute URL to post the answers to */
                                        response: string;
                                    };
                                }) | (never | null);
                            }[];
                            links: {
                                self: string;
                                /** @description Absolute URL of the connection */
                                source: string;
                            };
                            institution: {
                                /** @enum {string} */
                                type: "institution";
                                id: string;
                                links: {
                                    self: string;
                                };
                            };
                        }[];
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    postMfaResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        /** @description The answers to a challenge */
        requestBody: {
            content: {
                "application/json": {
                    /** @description One answer for each input of the challenge, in order */
                    "mfa-response": string[];
                };
            };
        };
        responses: {
            /** @description Reference to a job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        links: {
                            /** @description Absolute URL to poll */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getConnectors: {
        parameters: {
            query?: {
                /** @description For example `connector.stage.eq('live')`; commas mean AND */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        totalCount: number;
                        data: {
                            /** @enum {string} */
                            type: "connector";
                            /** @description Institution id */
                            id: string;
                            /** @description `web`, `open-banking`, `csv` or `pdf` */
                            method: string;
                            stage: string;
                            status: string;
                            institution: {
                                type: string;
                                name: string;
                                shortName: string;
                                tier: string;
                                country: string;
                                logo: {
                                    /** @enum {string} */
                                    type: "image";
                                    colors: {
                                        primary: string;
                                    };
                                    links: {
                                        full: string;
                                        square: string;
                                    };
                                };
                            };
                            scopes: string[];
                            authorization: {
                                type: string;
                                meta: {
                                    login_id_caption?: string;
                                    password_caption?: string;
                                    secondary_login_id_caption?: string;
                                    security_code_caption?: string;
                                    forgotten_password_url?: string;
                                };
                            };
                            stats: {
                                averageDurationMs: {
                                    verifyCredentials: number;
                                    retrieveAccounts: number;
                                    retrieveTransactions: number;
                                    retrieveMeta: number;
                                    total: number;
                                };
                            };
                            links: {
                                self: string;
                            };
                        }[];
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getConnector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectorId: string;
                method: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "connector";
                        /** @description Institution id */
                        id: string;
                        /** @description `web`, `open-banking`, `csv` or `pdf` */
                        method: string;
                        stage: string;
                        status: string;
                        institution: {
                            type: string;
                            name: string;
                            shortName: string;
                            tier: string;
                            country: string;
                            logo: {
                                /** @enum {string} */
                                type: "image";
                                colors: {
                                    primary: string;
                                };
                                links: {
                                    full: string;
                                    square: string;
                                };
                            };
                        };
                        scopes: string[];
                        authorization: {
                            type: string;
                            meta: {
                                login_id_caption?: string;
                                password_caption?: string;
                                secondary_login_id_caption?: string;
                                security_code_caption?: string;
                                forgotten_password_url?: string;
                            };
                        };
                        stats: {
                            averageDurationMs: {
                                verifyCredentials: number;
                                retrieveAccounts: number;
                                retrieveTransactions: number;
                                retrieveMeta: number;
                                total: number;
                            };
                        };
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getInstitutions: {
        parameters: {
            query?: {
                /** @description For example `connector.stage.eq('live')`; commas mean AND */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        totalCount: number;
                        data: {
                            /** @enum {string} */
                            type: "institution";
                            id: string;
                            name: string;
                            shortName: string;
                            country: string;
                            tier: string;
                            institutionType: string;
                            serviceName: string;
                            serviceType: string;
                            loginIdCaption?: string;
                            passwordCaption?: string;
                            secondaryLoginIdCaption?: string;
                            securityCodeCaption?: string;
                            forgottenPasswordUrl?: string;
                            authorization: string;
                            stage: string;
                            status: string;
                            features: {
                                login: string[];
                                mfaChallenge: string[];
                                accounts: {
                                    [key: string]: string[];
                                };
                                transactions: {
                                    [key: string]: string[];
                                };
                                profile: {
                                    [key: string]: string[];
                                };
                            };
                            stats: {
                                averageDurationMs: {
                                    verifyCredentials: number;
                                    retrieveAccounts: number;
                                    retrieveTransactions: number;
                                    retrieveMeta: number;
                                    total: number;
                                };
                            };
                            logo: {
                                /** @enum {string} */
                                type: "image";
                                colors: {
                                    primary: string;
                                };
                                links: {
                                    full: string;
                                    square: string;
                                };
                            };
                            links: {
                                self: string;
                            };
                        }[];
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getInstitution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institutionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "institution";
                        id: string;
                        name: string;
                        shortName: string;
                        country: string;
                        tier: string;
                        institutionType: string;
                        serviceName: string;
                        serviceType: string;
                        loginIdCaption?: string;
                        passwordCaption?: string;
                        secondaryLoginIdCaption?: string;
                        securityCodeCaption?: string;
                        forgottenPasswordUrl?: string;
                        authorization: string;
                        stage: string;
                        status: string;
                        features: {
                            login: string[];
                            mfaChallenge: string[];
                            accounts: {
                                [key: string]: string[];
                            };
                            transactions: {
                                [key: string]: string[];
                            };
                            profile: {
                                [key: string]: string[];
                            };
                        };
                        stats: {
                            averageDurationMs: {
                                verifyCredentials: number;
                                retrieveAccounts: number;
                                retrieveTransactions: number;
                                retrieveMeta: number;
                                total: number;
                            };
                        };
                        logo: {
                            /** @enum {string} */
                            type: "image";
                            colors: {
                                primary: string;
                            };
                            links: {
                                full: string;
                                square: string;
                            };
                        };
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getPublicConnectors: {
        parameters: {
            query?: {
                /** @description For example `connector.stage.eq('live')`; commas mean AND */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        totalCount: number;
                        data: {
                            /** @enum {string} */
                            type: "connector";
                            /** @description Institution id */
                            id: string;
                            /** @description `web`, `open-banking`, `csv` or `pdf` */
                            method: string;
                            stage: string;
                            status: string;
                            institution: {
                                type: string;
                                name: string;
                                shortName: string;
                                tier: string;
                                country: string;
                                logo: {
                                    /** @enum {string} */
                                    type: "image";
                                    colors: {
                                        primary: string;
                                    };
                                    links: {
                                        full: string;
                                        square: string;
                                    };
                                };
                            };
                            scopes: string[];
                            authorization: {
                                type: string;
                                meta: {
                                    login_id_caption?: string;
                                    password_caption?: string;
                                    secondary_login_id_caption?: string;
                                    security_code_caption?: string;
                                    forgotten_password_url?: string;
                                };
                            };
                            stats: {
                                averageDurationMs: {
                                    verifyCredentials: number;
                                    retrieveAccounts: number;
                                    retrieveTransactions: number;
                                    retrieveMeta: number;
                                    total: number;
                                };
                            };
                            links: {
                                self: string;
                            };
                        }[];
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getPublicConnector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectorId: string;
                method: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "connector";
                        /** @description Institution id */
                        id: string;
                        /** @description `web`, `open-banking`, `csv` or `pdf` */
                        method: string;
                        stage: string;
                        status: string;
                        institution: {
                            type: string;
                            name: string;
                            shortName: string;
                            tier: string;
                            country: string;
                            logo: {
                                /** @enum {string} */
                                type: "image";
                                colors: {
                                    primary: string;
                                };
                                links: {
                                    full: string;
                                    square: string;
                                };
                            };
                        };
                        scopes: string[];
                        authorization: {
                            type: string;
                            meta: {
                                login_id_caption?: string;
                                password_caption?: string;
                                secondary_login_id_caption?: string;
                                security_code_caption?: string;
                                forgotten_password_url?: string;
                            };
                        };
                        stats: {
                            averageDurationMs: {
                                verifyCredentials: number;
                                retrieveAccounts: number;
                                retrieveTransactions: number;
                                retrieveMeta: number;
                                total: number;
                            };
                        };
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getPublicInstitutions: {
        parameters: {
            query?: {
                /** @description For example `connector.stage.eq('live')`; commas mean AND */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        totalCount: number;
                        data: {
                            /** @enum {string} */
                            type: "institution";
                            id: string;
                            name: string;
                            shortName: string;
                            country: string;
                            tier: string;
                            institutionType: string;
                            serviceName: string;
                            serviceType: string;
                            loginIdCaption?: string;
                            passwordCaption?: string;
                            secondaryLoginIdCaption?: string;
                            securityCodeCaption?: string;
                            forgottenPasswordUrl?: string;
                            authorization: string;
                            stage: string;
                            status: string;
                            features: {
                                login: string[];
                                mfaChallenge: string[];
                                accounts: {
                                    [key: string]: string[];
                                };
                                transactions: {
                                    [key: string]: string[];
                                };
                                profile: {
                                    [key: string]: string[];
                                };
                            };
                            stats: {
                                averageDurationMs: {
                                    verifyCredentials: number;
                                    retrieveAccounts: number;
                                    retrieveTransactions: number;
                                    retrieveMeta: number;
                                    total: number;
                                };
                            };
                            logo: {
                                /** @enum {string} */
                                type: "image";
                                colors: {
                                    primary: string;
                                };
                                links: {
                                    full: string;
                                    square: string;
                                };
                            };
                            links: {
                                self: string;
                            };
                        }[];
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getPublicInstitution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institutionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "institution";
                        id: string;
                        name: string;
                        shortName: string;
                        country: string;
                        tier: string;
                        institutionType: string;
                        serviceName: string;
                        serviceType: string;
                        loginIdCaption?: string;
                        passwordCaption?: string;
                        secondaryLoginIdCaption?: string;
                        securityCodeCaption?: string;
                        forgottenPasswordUrl?: string;
                        authorization: string;
                        stage: string;
                        status: string;
                        features: {
                            login: string[];
                            mfaChallenge: string[];
                            accounts: {
                                [key: string]: string[];
                            };
                            transactions: {
                                [key: string]: string[];
                            };
                            profile: {
                                [key: string]: string[];
                            };
                        };
                        stats: {
                            averageDurationMs: {
                                verifyCredentials: number;
                                retrieveAccounts: number;
                                retrieveTransactions: number;
                                retrieveMeta: number;
                                total: number;
                            };
                        };
                        logo: {
                            /** @enum {string} */
                            type: "image";
                            colors: {
                                primary: string;
                            };
                            links: {
                                full: string;
                                square: string;
                            };
                        };
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getConnections: {
        parameters: {
            query?: {
                /** @description For example `connection.status.eq('active')`; connection.id, institution.id */
                filter?: string;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        data: {
                            /** @enum {string} */
                            type: "connection";
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description How the data is obtained
                             * @enum {string}
                             */
                            method: "web" | "open-banking" | "pdf" | "csv";
                            /**
                             * @description Only for server tokens
                             * @enum {string}
                             */
                            status?: "pending" | "pre-init" | "init" | "active" | "invalid";
                            /** @description Whether the institution challenged this login */
                            mfaEnabled: boolean;
                            /** Format: date-time */
                            createdDate: string;
                            /**
                             * Format: date-time
                             * @description End of the latest job that read the institution; only for server tokens
                             */
                            lastUsed?: string;
                            /** @description End of an open-banking arrangement, RFC 3339; empty for web connections */
                            expiryDate: string;
                            institution: {
                                /** @enum {string} */
                                type: "institution";
                                id: string;
                                links: {
                                    self: string;
                                };
                            };
                            links: {
                                self: string;
                                user: string;
                                accounts: string;
                                transactions: string;
                                institution: string;
                            };
                        }[];
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Service unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    loginId: string;
                    password: string;
                    institution: {
                        id: string;
                    };
                    secondaryLoginId?: string;
                    securityCode?: string;
                };
            };
        };
        responses: {
            /** @description Reference to a job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        links: {
                            /** @description Absolute URL to poll */
                            self: string;
                        };
                    };
                };
            };
            /** @description Reference to a job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        links: {
                            /** @description Absolute URL to poll */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Service unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    refreshConnections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        data: {
                            /** @enum {string} */
                            type: "job";
                            /** Format: uuid */
                            id: string;
                            links: {
                                /** @description Absolute URL to poll */
                                self: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "connection";
                        /** Format: uuid */
                        id: string;
                        /**
                         * @description How the data is obtained
                         * @enum {string}
                         */
                        method: "web" | "open-banking" | "pdf" | "csv";
                        /**
                         * @description Only for server tokens
                         * @enum {string}
                         */
                        status?: "pending" | "pre-init" | "init" | "active" | "invalid";
                        /** @description Whether the institution challenged this login */
                        mfaEnabled: boolean;
                        /** Format: date-time */
                        createdDate: string;
                        /**
                         * Format: date-time
                         * @description End of the latest job that read the institution; only for server tokens
                         */
                        lastUsed?: string;
                        /** @description End of an open-banking arrangement, RFC 3339; empty for web connections */
                        expiryDate: string;
                        institution: {
                            /** @enum {string} */
                            type: "institution";
                            id: string;
                            links: {
                                self: string;
                            };
                        };
                        links: {
                            self: string;
                            user: string;
                            accounts: string;
                            transactions: string;
                            institution: string;
                        };
                        accounts: {
                            /** @enum {string} */
                            type: "list";
                            data: {
                                /** @enum {string} */
                                type: "account";
                                /** Format: uuid */
                                id: string;
                                accountNo: string;
                                name: string;
                                currency: string;
                                class: {
                                    type: string;
                                    product: string;
                                };
                                balance: string | null;
                                availableFunds: string | null;
                                /** Format: date-time */
                                lastUpdated: string;
                                /**
                                 * @description Whether the institution still lists it
                                 * @enum {string}
                                 */
                                status: "available" | "unavailable";
                                links: {
                                    self: string;
                                    transactions: string;
                                };
                            }[];
                        };
                        /** @description What the institution says of the person, as far as the consent goes */
                        profile: {
                            fullName: string;
                            firstName: string;
                            lastName: string;
                            middleName: string;
                            phoneNumbers: string[];
                            emailAddresses: string[];
                            physicalAddresses: {
                                addressLine1: string;
                                addressLine2: string | null;
                                addressLine3: string | null;
                                postcode: string;
                                city: string;
                                state: string;
                                country: string;
                                countryCode: string;
                                formattedAddress: string;
                            }[];
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Service unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    updateConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    loginId?: string;
                    secondaryLoginId?: string;
                    securityCode?: string;
                    institution?: {
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Reference to a job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        links: {
                            /** @description Absolute URL to poll */
                            self: string;
                        };
                    };
                };
            };
            /** @description Reference to a job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        links: {
                            /** @description Absolute URL to poll */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Service unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    deleteConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Service unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    refreshConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reference to a job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        links: {
                            /** @description Absolute URL to poll */
                            self: string;
                        };
                    };
                };
            };
            /** @description Reference to a job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        links: {
                            /** @description Absolute URL to poll */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Service unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    purgeConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Service unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getAccounts: {
        parameters: {
            query?: {
                /** @description For example institution.id.eq('AU00000'); account.id, connection.id, institution.id, account.status */
                filter?: string;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        count: number;
                        size: number;
                        data: {
                            /** @enum {string} */
                            type: "account";
                            /**
                             * Format: uuid
                             * @description Stable across refreshes
                             */
                            id: string;
                            name: string;
                            displayName: string | null;
                            /** @description Masked with x unless account.detail was consented */
                            accountNo: string;
                            /** @description As the bank prints it */
                            accountHolder: string | null;
                            accountOwnership: "UNKNOWN" | "ONE_PARTY" | "TWO_PARTY" | "MANY_PARTY" | "OTHER";
                            isOwned: boolean;
                            /** @description Decimal amount; negative is owed */
                            balance: string | null;
                            /** @description Decimal amount; negative is owed */
                            availableFunds: string | null;
                            /** @description Decimal amount; negative is owed */
                            creditLimit: string | null;
                            /** @description ISO 4217 */
                            currency: string;
                            class: {
                                type: string;
                                product: string;
                            };
                            /**
                             * Format: uuid
                             * @description Id of the connection that read it last
                             */
                            connection: string;
                            institution: string;
                            /** Format: date-time */
                            lastUpdated: string;
                            status: "available" | "unavailable";
                            transactionIntervals: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            }[];
                            links: {
                                self: string;
                                transactions: string;
                                /** @description null once the connection was deleted */
                                connection: string | null;
                                institution: string;
                            };
                        }[];
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "account";
                        /**
                         * Format: uuid
                         * @description Stable across refreshes
                         */
                        id: string;
                        name: string;
                        displayName: string | null;
                        /** @description Masked with x unless account.detail was consented */
                        accountNo: string;
                        /** @description As the bank prints it */
                        accountHolder: string | null;
                        accountOwnership: "UNKNOWN" | "ONE_PARTY" | "TWO_PARTY" | "MANY_PARTY" | "OTHER";
                        isOwned: boolean;
                        /** @description Decimal amount; negative is owed */
                        balance: string | null;
                        /** @description Decimal amount; negative is owed */
                        availableFunds: string | null;
                        /** @description Decimal amount; negative is owed */
                        creditLimit: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        class: {
                            type: string;
                            product: string;
                        };
                        /**
                         * Format: uuid
                         * @description Id of the connection that read it last
                         */
                        connection: string;
                        institution: string;
                        /** Format: date-time */
                        lastUpdated: string;
                        status: "available" | "unavailable";
                        transactionIntervals: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        }[];
                        links: {
                            self: string;
                            transactions: string;
                            /** @description null once the connection was deleted */
                            connection: string | null;
                            institution: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getTransactions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description For example account.id.eq('…'),transaction.postDate.gteq('2024-01-01') */
                filter?: string;
                /** @description Cursor of a former answer; brings its filter and limit with it */
                next?: string;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /** @description Transactions in this page */
                        count: number;
                        /** @description Transactions that match, on all pages */
                        size: number;
                        data: {
                            /** @enum {string} */
                            type: "transaction";
                            /**
                             * Format: uuid
                             * @description Stable once posted; a pending one has a new id after each refresh
                             */
                            id: string;
                            status: "pending" | "posted";
                            /** @description As the bank words it */
                            description: string;
                            reference: string;
                            /** @description Decimal amount; a debit is negative */
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                            /** Format: uuid */
                            account: string;
                            /** @description Running balance after the transaction */
                            balance: string | null;
                            direction: "debit" | "credit";
                            class: "payment" | "bank-fee" | "cash-withdrawal" | "transfer" | "loan-interest" | "refund" | "direct-credit" | "interest" | "loan-repayment";
                            institution: string;
                            /** Format: uuid */
                            connection: string;
                            /** @description Timestamp; empty for posted rows when the bank gives none */
                            transactionDate: string | null;
                            /**
                             * Format: date-time
                             * @description null while pending
                             */
                            postDate: string | null;
                            subClass: {
                                code: string;
                                title: string;
                            } | null;
                            /** @enum {object|null} */
                            enrich: never | null;
                            links: {
                                self: string;
                                account: string;
                                institution: string;
                                /** @description null once the connection was deleted */
                                connection: string | null;
                            };
                        }[];
                        links: {
                            self: string;
                            /** @description Absent on the last page; complete, to be followed as it is */
                            next?: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                transactionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "transaction";
                        /**
                         * Format: uuid
                         * @description Stable once posted; a pending one has a new id after each refresh
                         */
                        id: string;
                        status: "pending" | "posted";
                        /** @description As the bank words it */
                        description: string;
                        reference: string;
                        /** @description Decimal amount; a debit is negative */
                        amount: string;
                        /** @description ISO 4217 */
                        currency: string;
                        /** Format: uuid */
                        account: string;
                        /** @description Running balance after the transaction */
                        balance: string | null;
                        direction: "debit" | "credit";
                        class: "payment" | "bank-fee" | "cash-withdrawal" | "transfer" | "loan-interest" | "refund" | "direct-credit" | "interest" | "loan-repayment";
                        institution: string;
                        /** Format: uuid */
                        connection: string;
                        /** @description Timestamp; empty for posted rows when the bank gives none */
                        transactionDate: string | null;
                        /**
                         * Format: date-time
                         * @description null while pending
                         */
                        postDate: string | null;
                        subClass: {
                            code: string;
                            title: string;
                        } | null;
                        /** @enum {object|null} */
                        enrich: never | null;
                        links: {
                            self: string;
                            account: string;
                            institution: string;
                            /** @description null once the connection was deleted */
                            connection: string | null;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        count: number;
                        size: number;
                        data: {
                            /** @enum {string} */
                            type: "identity";
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            created: string;
                            /** Format: date-time */
                            updated: string;
                            /** @enum {string} */
                            source: "web" | "openbanking";
                            connectionID: string;
                            institutionID: string;
                            fullName: string;
                            firstName: string;
                            lastName: string;
                            middleName: string;
                            title: string;
                            /** @description YYYY-MM-DD, empty when unknown */
                            DOB: string;
                            /** @description ANZSCO */
                            occupationCode: string;
                            occupationCodeVersion: string;
                            phoneNumbers: string[];
                            emailAddresses: string[];
                            /** @description Same as `emailAddresses`, for older clients */
                            emails: string[];
                            physicalAddresses: {
                                /** @description What the address is for */
                                type: string;
                                addressLine1: string;
                                addressLine2: string;
                                addressLine3: string;
                                postcode: string;
                                city: string;
                                state: string;
                                country: string;
                                countryCode: string;
                                formattedAddress: string;
                            }[];
                            organisation: {
                                agentFirstName: string;
                                agentLastName: string;
                                agentRole: string;
                                businessName: string;
                                legalName: string;
                                shortName: string;
                                abn: string;
                                acn: string;
                                isACNCRegistered: boolean;
                                industryCode: string;
                                industryCodeVersion: string;
                                organisationType: string;
                                /** @description ISO 3166-1 alpha-3 */
                                registeredCountry: string;
                            };
                            links: {
                                self: string;
                                /** @description The job that read it */
                                job: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                identityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "identity";
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        created: string;
                        /** Format: date-time */
                        updated: string;
                        /** @enum {string} */
                        source: "web" | "openbanking";
                        connectionID: string;
                        institutionID: string;
                        fullName: string;
                        firstName: string;
                        lastName: string;
                        middleName: string;
                        title: string;
                        /** @description YYYY-MM-DD, empty when unknown */
                        DOB: string;
                        /** @description ANZSCO */
                        occupationCode: string;
                        occupationCodeVersion: string;
                        phoneNumbers: string[];
                        emailAddresses: string[];
                        /** @description Same as `emailAddresses`, for older clients */
                        emails: string[];
                        physicalAddresses: {
                            /** @description What the address is for */
                            type: string;
                            addressLine1: string;
                            addressLine2: string;
                            addressLine3: string;
                            postcode: string;
                            city: string;
                            state: string;
                            country: string;
                            countryCode: string;
                            formattedAddress: string;
                        }[];
                        organisation: {
                            agentFirstName: string;
                            agentLastName: string;
                            agentRole: string;
                            businessName: string;
                            legalName: string;
                            shortName: string;
                            abn: string;
                            acn: string;
                            isACNCRegistered: boolean;
                            industryCode: string;
                            industryCodeVersion: string;
                            organisationType: string;
                            /** @description ISO 3166-1 alpha-3 */
                            registeredCountry: string;
                        };
                        links: {
                            self: string;
                            /** @description The job that read it */
                            job: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getStatements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        count: number;
                        size: number;
                        data: {
                            /** @enum {string} */
                            type: "statement";
                            /** Format: uuid */
                            id: string;
                            links: {
                                self: string;
                                /** @description The account it belongs to; null for the whole profile */
                                account: string | null;
                            };
                        }[];
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
                statementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "statement";
                        /** Format: uuid */
                        id: string;
                        links: {
                            self: string;
                            /** @description The account it belongs to; null for the whole profile */
                            account: string | null;
                        };
                        /** Format: date-time */
                        createdDate: string;
                        institution: string;
                        title: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        count: number;
                        size: number;
                        data: {
                            /** @enum {string} */
                            type: "webhook";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            url: string;
                            /** @description `pending-approval` with `disabledAt`: disabled after the last attempt of a message failed */
                            status: "active" | "pending-approval";
                            /** @description `whsec_` and base64; only when created, updated or rotated */
                            secret?: string;
                            subscribedEvents: string[];
                            /** Format: date-time */
                            disabledAt?: string;
                            links: {
                                /** Format: uri */
                                self: string;
                            };
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description https in production; the sandbox takes http too */
                    url: string;
                    name?: string;
                    description?: string;
                    /** @description Absent or empty: every type that is still free */
                    subscribedEvents?: ("account.updated" | "connection.activated" | "connection.created" | "connection.deleted" | "connection.invalidated" | "consent.created" | "consent.expired" | "consent.reminder" | "consent.revoked" | "consent.updated" | "consent.warning" | "transactions.updated" | "user.created" | "user.deleted" | "user.updated")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "webhook";
                        /** Format: uuid */
                        id: string;
                        name: string;
                        description: string;
                        url: string;
                        /** @description `pending-approval` with `disabledAt`: disabled after the last attempt of a message failed */
                        status: "active" | "pending-approval";
                        /** @description `whsec_` and base64; only when created, updated or rotated */
                        secret?: string;
                        subscribedEvents: string[];
                        /** Format: date-time */
                        disabledAt?: string;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Error */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "webhook";
                        /** Format: uuid */
                        id: string;
                        name: string;
                        description: string;
                        url: string;
                        /** @description `pending-approval` with `disabledAt`: disabled after the last attempt of a message failed */
                        status: "active" | "pending-approval";
                        /** @description `whsec_` and base64; only when created, updated or rotated */
                        secret?: string;
                        subscribedEvents: string[];
                        /** Format: date-time */
                        disabledAt?: string;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url?: string;
                    name?: string;
                    description?: string;
                    /** @description Absent or empty: every type that is still free */
                    subscribedEvents?: ("account.updated" | "connection.activated" | "connection.created" | "connection.deleted" | "connection.invalidated" | "consent.created" | "consent.expired" | "consent.reminder" | "consent.revoked" | "consent.updated" | "consent.warning" | "transactions.updated" | "user.created" | "user.deleted" | "user.updated")[];
                    /**
                     * @description Enables a webhook that was disabled
                     * @enum {string}
                     */
                    status?: "active";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "webhook";
                        /** Format: uuid */
                        id: string;
                        name: string;
                        description: string;
                        url: string;
                        /** @description `pending-approval` with `disabledAt`: disabled after the last attempt of a message failed */
                        status: "active" | "pending-approval";
                        /** @description `whsec_` and base64; only when created, updated or rotated */
                        secret?: string;
                        subscribedEvents: string[];
                        /** Format: date-time */
                        disabledAt?: string;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Error */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "webhook";
                        /** Format: uuid */
                        id: string;
                        name: string;
                        description: string;
                        url: string;
                        /** @description `pending-approval` with `disabledAt`: disabled after the last attempt of a message failed */
                        status: "active" | "pending-approval";
                        /** @description `whsec_` and base64; only when created, updated or rotated */
                        secret?: string;
                        subscribedEvents: string[];
                        /** Format: date-time */
                        disabledAt?: string;
                        links: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getWebhookMessages: {
        parameters: {
            query?: {
                /** @description 1 to 500; 500 when absent */
                limit?: string;
                /** @description From the previous page’s links.next */
                next?: string;
                /**
                 * @description `date`, `status` (`Success`, `Failed`, `Pending`), `eventTypeId`, `webhookId`, `eventId`, with or without `message.`
                 * @example status.eq('Failed'),date.gteq('2026-05-01')
                 */
                filter?: string;
            };
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /** @description On this page */
                        count: number;
                        /** @description That the filter meets, as of the first page */
                        size: number;
                        /** @description Newest first */
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            webhookId: string;
                            /** Format: uri */
                            event: string;
                            eventTypeId: string;
                            eventId: string;
                            /** @description What is delivered */
                            payload: {
                                eventTypeId: string;
                                eventId: string;
                                links: {
                                    /** Format: uri */
                                    event: string;
                                    /** Format: uri */
                                    eventEntity: string;
                                };
                                /** @description Of a test message */
                                Text?: string;
                            };
                            links: {
                                /** Format: uri */
                                self: string;
                                /** Format: uri */
                                webhook: string;
                            };
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            next?: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getWebhookMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        webhookId: string;
                        /** Format: uri */
                        event: string;
                        eventTypeId: string;
                        eventId: string;
                        /** @description What is delivered */
                        payload: {
                            eventTypeId: string;
                            eventId: string;
                            links: {
                                /** Format: uri */
                                event: string;
                                /** Format: uri */
                                eventEntity: string;
                            };
                            /** @description Of a test message */
                            Text?: string;
                        };
                        /** @description Newest first */
                        attempts: {
                            id: string;
                            /** @description Where it went */
                            url: string;
                            /** @description The first KiB of the answer, its status text, or why there was none */
                            response: string;
                            /** @description 0 when no answer came */
                            responseStatusCode: number;
                            /** Format: date-time */
                            timestamp: string;
                            status: "Success" | "Failed";
                        }[];
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            webhook: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getWebhookStats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "webhook-stats";
                        /** Format: uuid */
                        webhookId: string;
                        /** @description `pending-approval` with `disabledAt`: disabled after the last attempt of a message failed */
                        status: "active" | "pending-approval";
                        deliveries: {
                            total: number;
                            success: number;
                            failed: number;
                            pending: number;
                        };
                        /** Format: date-time */
                        lastAttemptAt: string | null;
                        /** Format: date-time */
                        lastSuccessAt: string | null;
                        /** Format: date-time */
                        lastFailureAt: string | null;
                        consecutiveFailures: number;
                        links: {
                            /** Format: uri */
                            self: string;
                            /** Format: uri */
                            webhook: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    sendTestWebhookMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @example transactions.updated
                     * @enum {string}
                     */
                    eventTypeId: "account.updated" | "connection.activated" | "connection.created" | "connection.deleted" | "connection.invalidated" | "consent.created" | "consent.expired" | "consent.reminder" | "consent.revoked" | "consent.updated" | "consent.warning" | "transactions.updated" | "user.created" | "user.deleted" | "user.updated";
                    /** @description Delivered with the message */
                    Text?: string;
                };
            };
        };
        responses: {
            /** @description Without id when no webhook subscribes to the type */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "message";
                        /** Format: uuid */
                        id?: string;
                        links?: {
                            /** Format: uri */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    replayWebhookMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        /** @description One message, or all that were made in a range of time */
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    messageId: string;
                } | {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "webhook-replay";
                        /** @description How many messages will be delivered again */
                        count: number;
                        links: {
                            /** Format: uri */
                            webhook: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Internal server error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getSandboxApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        redirectUrl: string | null;
                        extraRedirectUrls: string[];
                        referenceName: string;
                        allowMultipleConnections: boolean;
                        skipSuccessScreen: boolean;
                        manageConsentUrl: string | null;
                        sendResultParameters: boolean;
                        /** @description Allow POST /users/{id}/connections with a 3.0 token */
                        directConnections: boolean;
                        /** @description Enforce the original sandbox’s limits */
                        quotas: boolean;
                        /** @description Mail the person seven days before a consent ends */
                        expiryWarningMail: boolean;
                        /** @description Scopes the person may leave unticked */
                        optionalScopes: string[];
                        switches: {
                            /**
                             * @description Assume 3.0 when /token has no basiq-version header
                             * @default false
                             */
                            assumeVersion: boolean;
                            /**
                             * @description Consents of a user without any: 200 and an empty list
                             * @default false
                             */
                            consentsEmptyAsList: boolean;
                            /**
                             * @description Add the newest consent’s status beside the list
                             * @default false
                             */
                            consentTopLevelStatus: boolean;
                            /**
                             * @description Expired token: 401 in place of 403
                             * @default false
                             */
                            expiredTokenAs401: boolean;
                            /**
                             * @description Auth link mobile as a JSON number
                             * @default false
                             */
                            authLinkMobileNumber: boolean;
                            /**
                             * @description CLIENT_ACCESS without userId: 400
                             * @default false
                             */
                            clientTokenStrict: boolean;
                            /**
                             * @description Token flood: 403 in place of 429
                             * @default false
                             */
                            tokenFlood403: boolean;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    updateSandboxApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    redirectUrl?: string | null;
                    extraRedirectUrls?: string[];
                    referenceName?: string;
                    allowMultipleConnections?: boolean;
                    skipSuccessScreen?: boolean;
                    manageConsentUrl?: string | null;
                    sendResultParameters?: boolean;
                    /** @description Allow POST /users/{id}/connections with a 3.0 token */
                    directConnections?: boolean;
                    /** @description Enforce the original sandbox’s limits */
                    quotas?: boolean;
                    /** @description Mail the person seven days before a consent ends */
                    expiryWarningMail?: boolean;
                    /** @description Scopes the person may leave unticked */
                    optionalScopes?: string[];
                    switches?: {
                        /**
                         * @description Assume 3.0 when /token has no basiq-version header
                         * @default false
                         */
                        assumeVersion: boolean;
                        /**
                         * @description Consents of a user without any: 200 and an empty list
                         * @default false
                         */
                        consentsEmptyAsList: boolean;
                        /**
                         * @description Add the newest consent’s status beside the list
                         * @default false
                         */
                        consentTopLevelStatus: boolean;
                        /**
                         * @description Expired token: 401 in place of 403
                         * @default false
                         */
                        expiredTokenAs401: boolean;
                        /**
                         * @description Auth link mobile as a JSON number
                         * @default false
                         */
                        authLinkMobileNumber: boolean;
                        /**
                         * @description CLIENT_ACCESS without userId: 400
                         * @default false
                         */
                        clientTokenStrict: boolean;
                        /**
                         * @description Token flood: 403 in place of 429
                         * @default false
                         */
                        tokenFlood403: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        redirectUrl: string | null;
                        extraRedirectUrls: string[];
                        referenceName: string;
                        allowMultipleConnections: boolean;
                        skipSuccessScreen: boolean;
                        manageConsentUrl: string | null;
                        sendResultParameters: boolean;
                        /** @description Allow POST /users/{id}/connections with a 3.0 token */
                        directConnections: boolean;
                        /** @description Enforce the original sandbox’s limits */
                        quotas: boolean;
                        /** @description Mail the person seven days before a consent ends */
                        expiryWarningMail: boolean;
                        /** @description Scopes the person may leave unticked */
                        optionalScopes: string[];
                        switches: {
                            /**
                             * @description Assume 3.0 when /token has no basiq-version header
                             * @default false
                             */
                            assumeVersion: boolean;
                            /**
                             * @description Consents of a user without any: 200 and an empty list
                             * @default false
                             */
                            consentsEmptyAsList: boolean;
                            /**
                             * @description Add the newest consent’s status beside the list
                             * @default false
                             */
                            consentTopLevelStatus: boolean;
                            /**
                             * @description Expired token: 401 in place of 403
                             * @default false
                             */
                            expiredTokenAs401: boolean;
                            /**
                             * @description Auth link mobile as a JSON number
                             * @default false
                             */
                            authLinkMobileNumber: boolean;
                            /**
                             * @description CLIENT_ACCESS without userId: 400
                             * @default false
                             */
                            clientTokenStrict: boolean;
                            /**
                             * @description Token flood: 403 in place of 429
                             * @default false
                             */
                            tokenFlood403: boolean;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getSandboxClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description The application’s time
                         */
                        now: string;
                        /**
                         * @description How far it runs ahead of real time, ISO 8601
                         * @example PT7776000S
                         */
                        offset: string;
                        frozen: boolean;
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    turnSandboxClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Exactly one of `advance`, `set` and `freeze` */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description ISO 8601 duration
                     * @example P90D
                     */
                    advance: string;
                } | {
                    /** Format: date-time */
                    set: string;
                } | {
                    freeze: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description The application’s time
                         */
                        now: string;
                        /**
                         * @description How far it runs ahead of real time, ISO 8601
                         * @example PT7776000S
                         */
                        offset: string;
                        frozen: boolean;
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getSandboxMailbox: {
        parameters: {
            query?: {
                /** @description E-mail address or mobile */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        size: number;
                        data: {
                            to: string;
                            /** @description For example `deletion-completed` */
                            kind: string;
                            subject: string;
                            text: string;
                            html: string | null;
                            /**
                             * Format: date-time
                             * @description The application’s time
                             */
                            sentAt: string;
                        }[];
                        links: {
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    connectSandboxUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example AU00000 */
                    institutionId: string;
                    /** @enum {string} */
                    method?: "web";
                    loginId: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Reference to a job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        links: {
                            /** @description Absolute URL to poll */
                            self: string;
                        };
                    };
                };
            };
            /** @description Reference to a job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "job";
                        /** Format: uuid */
                        id: string;
                        links: {
                            /** @description Absolute URL to poll */
                            self: string;
                        };
                    };
                };
            };
            /** @description Bad request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Payload too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        type: "list";
                        /**
                         * Format: uuid
                         * @description Also in the log
                         */
                        correlationId: string;
                        data: {
                            /** @enum {string} */
                            type: "error";
                            code: string;
                            title: string;
                            detail: string;
                            source?: {
                                parameter: string;
                                pointer: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
}
