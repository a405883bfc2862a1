import { describe, expect, it } from 'vitest'
import { classOf } from './classify.ts'

describe('classOf', () => {
  it.each([
    ['VISA PURCHASE NETFLIX.COM MELBOURNE VIC AU', 'payment'],
    ['DIRECT DEBIT RAMS HOME LOAN REPAYMENT', 'payment'],
    ['BPAY BANKWEST CREDIT CARD', 'payment'],
    ['EFTPOS CORNER CAFE 1234 MANLY NSW AU', 'payment'],
    ['AUTHORISATION COFFEE 2040', 'payment'],
    ['MONTHLY ACCOUNT FEE', 'bank-fee'],
    ['CASH ADVANCE FEE', 'bank-fee'],
    ['Late payment fee', 'bank-fee'],
    ['DISHONOURED PAYMENT', 'bank-fee'],
    ['ATM WITHDRAWAL DEE WHY NSW 123', 'cash-withdrawal'],
    ['CASH ADVANCE SYDNEY', 'cash-withdrawal'],
    ['TRANSFER TO JARED DUNN', 'transfer'],
    ['LOAN REDRAW', 'transfer'],
    ['INTEREST CHARGED', 'loan-interest'],
    ['DEBIT INTEREST', 'loan-interest'],
  ])('takes the debit %s for %s', (description, expected) => {
    expect(classOf(description, -1_000)).toBe(expected)
  })

  it.each([
    ['DIRECT CREDIT GLOBEX AUSTRALIA SALARY', 'direct-credit'],
    ['DIRECT CREDIT CENTRELINK JOBSEEKER', 'direct-credit'],
    ['INTEREST PAID', 'interest'],
    ['REFUND KMART 2031', 'refund'],
    ['PAYMENT RECEIVED THANK YOU', 'loan-repayment'],
    ['LOAN REPAYMENT RECEIVED THANK YOU', 'loan-repayment'],
    ['TRANSFER FROM WHISTLER SMITH', 'transfer'],
  ])('takes the credit %s for %s', (description, expected) => {
    expect(classOf(description, 1_000)).toBe(expected)
  })
})
